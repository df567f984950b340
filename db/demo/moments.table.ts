/**
 * What happens to companies with a story: workdays ago, when, who (`virksomheden`: by its own link); a verb of seed-verbs.ts and whom or what
 * it is about, a company by its key in stories.table.ts; then what the verb needs. A date is days from today. All invented.
 */
export const momentRows = `
  168 10:05 Hanne Lind | decides kommune-779 | Hvert plejehjem og hver institution har sin egen leder og bestemmer selv over kurser.
  168 10:06 Hanne Lind | decides kommune-791 | HR sagde det i telefonen: lederne har hver sit kursusbudget.
  167 10:05 Hanne Lind | decides kommune-661 | Arbejdsstederne har egne ledere; forvaltningen blander sig ikke.
  166 10:05 Birgit Aagaard | decides kommune-787 | Hvert børnehus og plejehjem har sin egen leder, som selv bestemmer over kurser.
  151 10:05 Hanne Lind | decides kommune-671 | Lederne på stederne bestemmer selv, har kommunens HR-chef svaret.
  60 09:00 Torben Friis | answersFor 779 791 661 671 | amu-technical apprentices
  60 09:00 Lisbeth Munk | answersFor | amu-health recognition
  60 09:00 Niels Brandt | answersFor | amu-business academy
  60 09:00 Marianne Skov | answersFor | amu-food
  60 09:00 Preben Storm | answersFor | amu-transport
  60 09:00 Eva Thygesen | answersFor 661 665 671 779 791 820 | basic general language
  60 09:00 Hans Jeppesen | answersFor 787 773 | basic general language
  31 12:10 Hanne Lind | guides citizen phone
  26 12:10 Hanne Lind | guides citizen phone
  22 12:10 Hanne Lind | guides worker mail
  17 12:10 Hanne Lind | guides citizen phone
  12 12:10 Hanne Lind | guides citizen web
  9 12:10 Hanne Lind | guides citizen phone
  3 12:10 Hanne Lind | guides citizen phone
  29 13:45 Hanne Lind | lifts | Virksomheden ringede selv og bad om et møde.

  29 08:25 Ivan Kowalski | takes nordkaj-spedition
  29 15:09 Ivan Kowalski | knows nordkaj-spedition | Jan Storm, terminalchef | said told 70004203 | Før frokost
  28 09:10 Ivan Kowalski | notes nordkaj-spedition | Parkér ved port 3. Jan Storm er lettest at træffe før kl. 8.
  4 11:30 Ivan Kowalski | offers nordkaj-spedition | Forslag til ledelse | Lone Krag | Det er mest ledelse nu, så du er den rette. | 2 09:10
  4 11:50 Ivan Kowalski | hands nordkaj-spedition | Lone Krag | Farligt gods er på plads. Nu er det ledelse, og Jan Storm ved, at jeg spørger dig.
    | Ringe til Jan Storm om lederforløbet | 5 | 2 09:20
  1 14:05 Peter Vang | asks nordkaj-spedition
    | Jeg er ved at fylde et truckhold. Må jeg ringe til Jan Storm og høre, om de har nogen, der mangler certifikat?

  23 14:20 Sofie Holst | hasConsent oestergaard-emballage | Karen Østergaard sagde ja ved besøget.
  21 15:00 Sofie Holst | takes oestergaard-emballage
  1 13:40 virksomheden | writes oestergaard-emballage | Der er kommet to nye på lageret. Kan de også være med på truckkurset, og hvad koster det så?
  7 13:30 Sofie Holst | promises oestergaard-emballage | Oplæg til samtalen med de ansatte | 0
  7 14:36 Sofie Holst | letsBe oestergaard-emballage | Karen Østergaard: ikke flere opkald lige nu, vi taler med Sofie.
  5 10:40 Sofie Holst | meets oestergaard-emballage | -3 13:00 | Karen Østergaard | Screening i læsning og regning, hele lageret. 12 deltagere.
    | kontakt@oestergaard-emballage.example

  7 08:50 Anne Skov | takes bageri-lund | Ringe til Grethe Lund og høre, om datoerne passer | 21
  1 11:30 Ali Demir | offers bageri-lund | Datoer og sted | Sofie Holst | Jeg er på orlov fra næste uge. Kan du tage den med Grethe?
  1 13:20 Karen Mølgaard | claims bageri-lund | Jeg har haft deres lærlinge i otte år og er i bageriet hver måned.

  9 10:15 Karen Mølgaard | takes bageriet-kringlen | Ringe til Inge Kringelbach om hygiejneholdet | 9
  7 11:30 Karen Mølgaard | offers bageriet-kringlen | Datoer for dansk | Fatima Haddad | Er det noget for dig?
    | 6 09:10 | Holstebro ligger uden for mit område. Prøv VUC Fjordlandet.
  4 11:30 Karen Mølgaard | offers bageriet-kringlen | Datoer for dansk | Ali Demir | Inge vil gerne ringes op sidst på dagen.

  6 12:40 Fatima Haddad | meets thy-beslag | -7 12:30 | Jens Thy
    | Taler videre om kurser, der kan holdes i Thisted. Han er alene i værkstedet efter middag. | smedjen@thy-beslag-og-smedevaerk.example
  1 16:20 virksomheden | saysStop thy-beslag | Jeg går på pension og lukker værkstedet. Tak for hjælpen, men ring ikke mere.

  9 15:05 Anne Skov | knows kommune-779 | Birthe Lauridsen, områdeleder | said told 70004201 birthe.lauridsen@skive-kommune.example
    | Bedst mellem kl. 13 og 14
  9 15:06 Anne Skov | knows kommune-779 | Rikke Toft, ny souschef | colleague 70004202 nomail
  8 15:08 Anne Skov | knows kommune-779 | Søren Bech, HR-konsulent i kommunen | mail told all soren.bech@skive-kommune.example
  4 15:07 Pia Winther | knows kommune-779 | Jesper Nørgaard, køkkenleder | asked told jesper.noergaard@skive-kommune.example
  8 13:40 Pia Winther | promises kommune-779, Plejecenter Solgården | Forslag til demenskursus for nattevagterne | 8
  24 11:15 Pia Winther | letsBe kommune-787, børnehus
    | Husets leder: vi har lige haft tre af sted på kursus. Gerne senere, og det gælder kun os her i huset.
  5 13:10 Pia Winther | meets kommune-787, børnehus | -6 09:30 | Lotte Bjerre
    | Leder af børnehuset; vil høre om den pædagogiske assistentuddannelse for tre medhjælpere.

  19 10:15 Mette Lauridsen | strikes holm-murer | haandvaerk | De skal have en lærling af os; jeg taler med mester hver uge
  11 08:20 Peter Vang | takesStruck
  8 12:10 Tina Fogh | strikes spoettrup-fragt | transport | Fire på truckkursus i denne måned
  8 12:40 Rikke Holm | strikes spoettrup-fragt | transport | Vi er ved at aftale screening med dem
  2 10:15 Mette Lauridsen | strikes jensen-smede | smaa-metal | De får en praktikant af os; jeg taler med Bent hver uge
  2 13:05 Peter Vang | takesPart smaa-metal | 8
  2 13:20 Torben Friis | asksColleague smaa-metal | Mette Lauridsen | 3 | Navnene ligner nogen, du har haft praktikanter hos

  6 09:15 Hanne Lind | hears moellers-maler | mail academy Kim Møller
    | Vi har to svende, der vil lære at lede de andre. Findes der noget om aftenen? | 5 10:30 Lone Krag
    | Ringede til Kim: akademifaget Ledelse i praksis går om tirsdagen. Han har fået priser og datoer.
  1 10:05 Mette Kjær | hears vestergaard-rengoering | phone language Bente Vestergaard
    | Ti af vores folk vil gerne blive bedre til dansk. Kan nogen komme og fortælle, hvad der findes?

  6 14:33 Mette Kjær | rings kjaer-automation | no-answer || Telefonsvarer, lagde ingen besked.
  3 14:31 Omar Saleh | rings kjaer-automation | no-answer
  3 14:35 Mette Kjær | rings nordhavn-pakkeri | call-back 09:15 | Pia Nordhavn, driftsleder
    | På vej ud ad døren. Bad om opkald {dag} kl. 9.15. Ny pakkelinje, vejledningen er på engelsk.
  2 14:32 Omar Saleh | rings skov-el | call-back 09:40 | Niels Skov, indehaver | Sad i bilen. Ring før ti.
  2 14:34 Mette Kjær | rings klint-catering | no-answer || Ringede ud, midt i frokosten.
  1 14:45 Mette Kjær | finds haandvaerk | 70004211 | own-page
  1 14:49 Mette Kjær | finds haandvaerk | 70004212 | directory

  18 09:30 Anne Skov | isAway 9 08:00-15:30 | Pædagogisk dag
  18 09:31 Anne Skov | isAway 11 11:30-15:30
  9 14:10 Peter Vang | isAway 17 07:30-15:00 | Ferie | 1`
