/**
 * Visits of companies with a story, each agreed by the consultant. After `#`: the company, who visits, whom there; workdays ago that it was
 * agreed, workdays ago and when it was held, and reported (`-`: still missing); topics. Below: the note, what it was about, needs (a kind of
 * education, `later` if not soon), promises (in days from today, `kept` so many workdays ago, whose). `begun`: a report begun and not sent;
 * `mailed`: the same, in a mail; `private`: in a mail from an address nobody knows.
 */
export const taleRows = `
# oestergaard-emballage | Sofie Holst | Karen Østergaard | 28 | 23 10:00 | 23 14:10 | screening new-technology obstacle-school
note | Karen ringede selv og spurgte til HF-enkeltfag. Tag Peter fra teknisk skole med.
about | Rundt på lageret med Karen og Peter Vang. “Vi har fået ny scanner, og halvdelen tør ikke røre den. De gemmer sig lidt, når der er papirer.”
about | 22 på lageret, tre af dem tager imod kørsel. Karen samtykker i, at vi kontakter dem.
fvu-digital | Halvdelen tør ikke røre scanneren
amu | Ingen kan køre den store truck, når Bo er syg
promise -3 kept 1 Sofie Holst | Nummer på en tolk
promise 8 Peter Vang | Pris på truckkursus
# holm-og-soen | Jens Toft | Erling Holm | 25 | 20 09:30 | 20 13:30 | obstacle-time
note | Tip fra en kollega: mange polske murere.
about | Møde i skurvognen med Erling Holm. Sikkerhedsmødet går hen over hovedet på halvdelen af sjakket.
about | De vil gerne have dansk på pladsen, når frosten kommer, og murerne står stille.
fvu-danish | Halvdelen af sjakket nikker, og så gør de noget andet.
promise -12 Jens Toft | Svar om FVU-dansk
# dansk-facadeteknik | Peter Vang | Lars Bruun | 18 | 13 09:30 | 13 13:00 | obstacle-production funds
note | Otte certifikater udløber om fire måneder.
about | Gik hallen igennem med Lars Bruun. Otte svejsere skal have nye certifikater inden for fire måneder, helst i to hold, så linjen kan køre.
amu | Otte certifikater udløber på én gang, og vi kan kun undvære fire mand.
fvu-digital later | Tegningerne kommer på skærm nu.
promise -5 Peter Vang | Tilbud på svejsekursus
promise -7 kept 6 Peter Vang | Svar på, om kompetencefonden dækker
# bageri-lund | Anne Skov | Grethe Lund | 12 | 8 13:00 | 7 08:40 | obstacle-few plan
note | Kom efter kl. 13, når ovnene er slukket. Ali fra VUC Fjordlandet er med.
about | Besøg sammen med Ali Demir. Grethe Lund vil have dansk ind i arbejdsdagen og hygiejne på lukkedagen.
about | Ni ansatte, så et hold må deles med naboerne.
fvu-danish | Opskrifterne står på dansk, og det er der tre, der læser.
amu | Egenkontrol er noget, jeg laver om aftenen.
promise 4 Ali Demir | Datoer og sted for FVU-dansk
promise 2 Anne Skov | Hygiejnekursus på lukkedagen: pris og dage
# nordkaj-spedition | Ivan Kowalski | Jan Storm | 35 | 30 10:30 | 29 08:15 | plan
note | Terminalen er lettest at se før frokost.
about | Jan Storm viste terminalen. Fem skal have bevis til farligt gods, og mellemlederne mangler redskaber.
amu | Fem skal have bevis til farligt gods, før den store kunde begynder.
academy later | Mine formænd er gode til kasser og dårlige til samtaler.
promise 6 Ivan Kowalski | Forslag til ledelseskursus for formændene
promise -30 kept 23 Ivan Kowalski | Datoer for farligt gods
# bageriet-kringlen | Karen Mølgaard | Inge Kringelbach | 16 | 11 14:00 | 10 08:30 | screening obstacle-time
note | Tre butikker; mødet er på Torvet.
about | Inge Kringelbach har tre butikker og tre måder at gøre tingene på. Vil begynde med hygiejne for alle og vil tale med VUC om dansk og regning.
amu | Vi skal lære det samme på samme måde i alle tre butikker.
promise 3 Karen Mølgaard | Datoer for dansk og regning i Holstebro
promise 10 Karen Mølgaard | Ét hygiejnehold for alle tre butikker
# nordfjord-plast | Ali Demir | Jytte Nordfjord | 50 | 44 12:30 | 43 09:05 | job-rotation funds
note | Tip fra fagforeningen i Skive: ordrerne falder, de vil bruge tiden på kurser.
about | Jytte Nordfjord vil hellere uddanne end afskedige. Vi talte om jobrotation og om at bruge de seks stille uger, der kommer.
amu | Vi har seks stille uger, og dem vil jeg ikke bruge på at fyre nogen.
fvu-danish | Instruksen til sprøjtestøberen er skrevet til ingeniører.
promise -50 kept 37 Ali Demir | Regneark over jobrotation
promise -44 kept 34 Fatima Haddad | Møde med tillidsrepræsentanten
# thy-beslag | Fatima Haddad | Jens Thy | 40 | 34 12:30 | 33 09:40 | obstacle-few obstacle-time
note | Seks mand, værkstedet ligger bag huset.
about | Seks mand og én computer. De vil gerne, hvis det kan være i Thisted og højst én ad gangen.
amu later | Vi kan undvære én, aldrig to.
promise 15 Fatima Haddad | Finde andre små i Thisted at dele hold med
# limfjordens-plast | Peter Vang | Mogens Riis | 6 | 1 12:00 | -
note | Ny sprøjtestøber, manualen er på tysk.
mailed | Gik med Mogens Riis ved den nye sprøjtestøber. Manualen er på tysk, og kun én af de fire på skiftet kan læse den.
mailed | De vil gerne have to på støbekursus i februar og spurgte til dansk for de to nye polakker. Jeg har lovet at ringe mandag.
# lang-andel | Sofie Holst | Bodil Krarup | 7 | 1 09:30 | - | new-technology
note | Chaufførerne skal med, så gerne før kl. 11.
begun | Møde med Bodil Krarup og to chauffører. De skal skrive følgesedler på tablet fra næste måned, og
fvu-digital | Tabletten i bilen er noget, man gemmer under sædet.
private | Glemte at få med: Bodil spurgte, om holdet kan begynde før jul, og om chaufførerne kan få det om aftenen.`
