import type { SchoolKey } from './centre.table.ts'

/**
 * Everyone in the demo, by school or employed by the centre or outside; all invented. A line: name, role, title, the last four digits of the
 * phone, what one should ask this person about. After `#` what is out of the ordinary: working hours (`1-4 08:00-15:30`: Monday to Thursday),
 * another mail domain (`@`), left so many days ago (`-10`).
 */
export const staff: Record<SchoolKey | 'centre', string> = {
  centre: `
    Ingrid Bonde | administrator | administrator | 8801 | Brugere, roller, import og sikkerhedskopi.
    Hanne Lind | coordinator | koordinator | 8802 | Hele den opsøgende indsats; kender alle skolerne.
    Birgit Aagaard | coordinator | koordinator for Thy og Mors | 8803 | Mål og handleplan i nordvest; holder øje med “40 møder i Thisted”. # 1-4 08:00-15:30
    Mette Kjær | caller | phoner | 8804 | Ringer mest til lager, transport og køkkener. # 1-5 08:30-14:30
    Omar Saleh | caller | phoner | 8805 | Ringer til butikker, kontorer og pleje. # 1-5 08:30-14:30
    Birgit Dam | caller | phoner | 8806 | Ringer til håndværkere, gerne tidligt. # 1-5 08:00-13:30
    Søren Bach | caller | phoner | 8807 | Ringer til metal og industri. # 1-4 08:30-14:30
    Grete Overgaard | council | bestyrelsesmedlem for Fjordens Tekniske Skole | 8808 | Rådets spørgsmål om industri og håndværk. # @raad.veu-limfjorden.example
    Poul Hedegaard | council | bestyrelsesmedlem for VUC Fjordlandet | 8809 | Rådets spørgsmål om de almene fag. # @raad.veu-limfjorden.example
    Kirsten Juhl | partner | jobkonsulent, Jobcenter Skive | 8810 | Ledige og opkvalificering. # @jobcenter-skive.example
    Bjarne Odgaard | partner | faglig sekretær, 3F i Skive | 8811 | Produktionsvirksomheder i Skive; tipper om Nordfjord Plast. # @3f-skive.example`,
  teknisk: `
    Torben Friis | leader | uddannelseschef | 8812 | Skolens mandat og kapacitet.
    Peter Vang | consultant | uddannelseskonsulent | 8813 | Metal, maskiner, træ og automation; pakkelinjer og truck. # 1-5 07:30-15:00
    Jens Toft | consultant | uddannelseskonsulent | 8820 | Byggeri; er stoppet, og hans aftaler mangler en ejer. # -10
    Mette Lauridsen | employee | praktikkoordinator | 8814 | Finder praktikpladser; kender smedene personligt.
    Anette Bro | employee | praktikkoordinator | 8815 | Elevpladser på lager og i transport.
    Kurt Damgaard | teacher | faglærer, svejsning | 8816 | Svejsecertifikater.`,
  sosu: `
    Lisbeth Munk | leader | uddannelseschef | 8817 | Pleje og pædagogik i hele området.
    Pia Winther | consultant | uddannelseskonsulent | 8818 | Plejehjem, hjemmepleje, bosteder og børnehuse.
    Amir Rahimi | consultant | uddannelseskonsulent | 8819 | Rengøring og service; dansk som andetsprog på arbejdet.
    Vibeke Nissen | employee | praktikvejleder | 8822 | Kender lederne på plejehjemmene.
    Jonna Krogh | teacher | faglærer, demens | 8823 | Demens og konflikthåndtering.`,
  handel: `
    Niels Brandt | leader | uddannelseschef | 8824 | Handel, kontor og ledelse.
    Lone Krag | consultant | uddannelseskonsulent | 8825 | Butikker, kontorer, spedition og ledelse; vil gerne lære om FVU.
    Thi Nguyen | employee | elevkonsulent | 8826 | Elevaftaler i butikker og på kontorer.
    Ulrik Steffensen | teacher | faglærer, it og bogføring | 8827 | Regneark, bogføring og webbutik.`,
  foedevare: `
    Marianne Skov | leader | uddannelseschef | 8828 | Bagere, slagtere og kantiner.
    Karen Mølgaard | consultant | uddannelseskonsulent | 8829 | Bagerier, slagterier, køkkener og fødevarehygiejne.
    Ole Fisker | employee | praktikkoordinator | 8830 | Lærlinge hos bagere og slagtere.
    Sanne Ravn | teacher | faglærer, bageri | 8831 | Surdej, allergener og egenkontrol.`,
  transport: `
    Preben Storm | leader | uddannelseschef | 8832 | Truck, chauffør og lager.
    Ivan Kowalski | consultant | uddannelseskonsulent | 8833 | Vognmænd, lager, farligt gods og entreprenørmaskiner. # 1-5 07:00-14:30
    Tina Fogh | employee | kursussekretær | 8834 | Ved hvem der lige har været på truckkursus.
    Svend Hald | teacher | faglærer, gaffeltruck | 8835 | Gaffeltruck B og kran.`,
  'vuc-fjordlandet': `
    Eva Thygesen | leader | uddannelseschef | 8836 | FVU, AVU, HF og ordblindeundervisning.
    Sofie Holst | consultant | uddannelseskonsulent | 8821 | Kender fødevarer og FVU; screener hele hold.
    Ali Demir | consultant | FVU-konsulent | 8837 | FVU-dansk og FVU-digital i produktionen.
    Rikke Holm | employee | studievejleder | 8838 | HF-enkeltfag; taler med mange, der arbejder.
    Dorte Bæk | teacher | vejleder, screening | 8839 | Screening i læsning og matematik.`,
  'vuc-thy-mors': `
    Hans Jeppesen | leader | uddannelseschef | 8840 | Almen undervisning i Thisted og på Mors.
    Fatima Haddad | consultant | uddannelseskonsulent | 8841 | FVU og AVU i små virksomheder i Thy og på Mors. # 1-4 08:00-15:30
    Bente Laursen | employee | studiesekretær | 8842 | Kender virksomhederne i Thisted.
    Jørgen Kaas | teacher | lærer, FVU-matematik | 8843 | Regning på arbejdspladsen.`,
  amu: `
    Allan Bertelsen | leader | uddannelseschef | 8844 | Hele skolens AMU-udbud.
    Anne Skov | consultant | uddannelseskonsulent | 8845 | Generalist: første møde med enhver slags virksomhed.
    Henrik Buch | employee | kursusplanlægger | 8846 | Hold, lokaler og tilmeldinger.
    Lars Iversen | teacher | faglærer, lean og maskiner | 8847 | Lean, IKV og asbest.`,
}
