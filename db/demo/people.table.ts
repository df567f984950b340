import type { Role } from '../../src/features/centre/roles.ts'
import type { SchoolKey } from './centre.table.ts'

/** Name, role, title, the last four digits of the phone, and what one should ask this person about, a sentence. */
type Row = readonly [name: string, role: Role, title: string, phone: number, knows: string]

/** Everyone in the demo, at their school or employed by the centre or outside. Each school has a leader, a consultant, an
 * employee and a teacher. All invented. */
export const staff: Record<SchoolKey | 'centre', readonly Row[]> = {
  centre: [
    ['Ingrid Bonde', 'administrator', 'administrator', 8801, 'Brugere, roller, import og sikkerhedskopi.'],
    ['Hanne Lind', 'coordinator', 'koordinator', 8802, 'Hele den opsøgende indsats; kender alle skolerne.'],
    [
      'Birgit Aagaard',
      'coordinator',
      'koordinator for Skive og Thisted',
      8803,
      'Mål og handleplan i vest; holder øje med »40 møder i Thisted«.',
    ],
    ['Mette Kjær', 'caller', 'phoner', 8804, 'Ringer mest til lager og transport.'],
    ['Omar Saleh', 'caller', 'phoner', 8805, 'Ringer til handel og service.'],
    ['Birgit Dam', 'caller', 'phoner', 8806, 'Ringer til håndværkere, gerne tidligt.'],
    ['Søren Bach', 'caller', 'phoner', 8807, 'Ringer til metal og industri.'],
    ['Grete Overgaard', 'council', 'centerrådsmedlem, lønmodtagersiden', 8808, 'Fagbevægelsen i området.'],
    ['Poul Hedegaard', 'council', 'centerrådsmedlem, arbejdsgiversiden', 8809, 'Små og mellemstore virksomheder.'],
    ['Kirsten Juhl', 'partner', 'jobkonsulent, Jobcenter Fjordby', 8810, 'Ledige og opkvalificering.'],
    [
      'Bjarne Odgaard',
      'partner',
      'faglig sekretær, Industriens Fagforening i Skive',
      8811,
      'Produktionsvirksomheder i Skive; tipper om Nordfjord Plast.',
    ],
  ],
  teknisk: [
    ['Torben Friis', 'leader', 'uddannelseschef', 8812, 'Skolens mandat og kapacitet.'],
    ['Peter Vang', 'consultant', 'uddannelseskonsulent', 8813, 'Kender pakkelinjer, lager og truck.'],
    ['Mette Lauridsen', 'employee', 'praktikkoordinator', 8814, 'Finder praktikpladser; kender smedene personligt.'],
    ['Anette Bro', 'employee', 'praktikkoordinator', 8815, 'Elevpladser på lager og i transport.'],
    ['Kurt Damgaard', 'teacher', 'faglærer, svejsning', 8816, 'Svejsecertifikater og lean på værkstedet.'],
  ],
  sosu: [
    ['Lisbeth Munk', 'leader', 'uddannelseschef', 8817, 'Pleje og pædagogik i hele regionen.'],
    ['Pia Winther', 'consultant', 'uddannelseskonsulent', 8818, 'Plejehjem, hjemmepleje og bosteder.'],
    [
      'Amir Rahimi',
      'consultant',
      'uddannelseskonsulent',
      8819,
      'Rengøring og service, dansk som andetsprog på arbejdspladsen.',
    ],
    ['Jens Toft', 'consultant', 'uddannelseskonsulent', 8820, 'Er stoppet; hans aftaler mangler en ejer.'],
    ['Vibeke Nissen', 'employee', 'praktikvejleder', 8822, 'Kender lederne på plejehjemmene.'],
    ['Jonna Krogh', 'teacher', 'faglærer, demens', 8823, 'Demens og konflikthåndtering.'],
  ],
  handel: [
    ['Niels Brandt', 'leader', 'uddannelseschef', 8824, 'Handel, kontor og ledelse.'],
    [
      'Lone Krag',
      'consultant',
      'uddannelseskonsulent',
      8825,
      'Kender byggeri, spedition og ledelse; vil gerne lære om FVU.',
    ],
    ['Thi Nguyen', 'employee', 'elevkonsulent', 8826, 'Elevaftaler i butikker og på kontorer.'],
    ['Ulrik Steffensen', 'teacher', 'faglærer, it og bogføring', 8827, 'Regneark, bogføring og webbutik.'],
  ],
  foedevare: [
    ['Marianne Skov', 'leader', 'uddannelseschef', 8828, 'Bagere, slagtere og kantiner.'],
    ['Karen Mølgaard', 'consultant', 'uddannelseskonsulent', 8829, 'Bagerier, køkkener og fødevarehygiejne.'],
    ['Ole Fisker', 'employee', 'praktikkoordinator', 8830, 'Lærlinge hos bagere og slagtere.'],
    ['Sanne Ravn', 'teacher', 'faglærer, bageri', 8831, 'Surdej, allergener og egenkontrol.'],
  ],
  transport: [
    ['Preben Storm', 'leader', 'uddannelseschef', 8832, 'Truck, chauffør og lager.'],
    ['Ivan Kowalski', 'consultant', 'uddannelseskonsulent', 8833, 'Vognmænd, terminaler og farligt gods.'],
    ['Tina Fogh', 'employee', 'kursussekretær', 8834, 'Ved hvem der lige har været på truckkursus.'],
    ['Svend Hald', 'teacher', 'faglærer, gaffeltruck', 8835, 'Gaffeltruck B og kran.'],
  ],
  'vuc-sundet': [
    ['Eva Thygesen', 'leader', 'uddannelseschef', 8836, 'FVU, OBU og AVU.'],
    ['Sofie Holst', 'consultant', 'uddannelseskonsulent', 8821, 'Kender fødevarer og FVU; screener hele hold.'],
    ['Ali Demir', 'consultant', 'FVU-konsulent', 8837, 'FVU-dansk og FVU-digital i produktionen.'],
    ['Rikke Holm', 'employee', 'studievejleder', 8838, 'HF-enkeltfag; taler med mange, der arbejder.'],
    ['Dorte Bæk', 'teacher', 'vejleder, screening', 8839, 'Screening i læsning og matematik.'],
  ],
  'vuc-vestermose': [
    ['Hans Jeppesen', 'leader', 'uddannelseschef', 8840, 'Almen undervisning i Skive og Thisted.'],
    ['Fatima Haddad', 'consultant', 'uddannelseskonsulent', 8841, 'FVU og ordblindeundervisning i små virksomheder.'],
    ['Bente Laursen', 'employee', 'studiesekretær', 8842, 'Kender virksomhederne i Thisted.'],
    ['Jørgen Kaas', 'teacher', 'lærer, FVU-matematik', 8843, 'Regning på arbejdspladsen.'],
  ],
  amu: [
    ['Allan Bertelsen', 'leader', 'uddannelseschef', 8844, 'Hele AMU-udbuddet i Klintholm.'],
    ['Anne Skov', 'consultant', 'uddannelseskonsulent', 8845, 'Generalist: første møde med enhver slags virksomhed.'],
    ['Henrik Buch', 'employee', 'kursusplanlægger', 8846, 'Hold, lokaler og tilmeldinger.'],
    ['Lars Iversen', 'teacher', 'faglærer, lean og maskiner', 8847, 'Lean, IKV og asbest.'],
  ],
}

type More = {
  /** Topics, for staffing. */
  expertise?: readonly string[]
  generalist?: true
  /** ISO weekdays (1 is Monday) and local time, where they are not `1-5 08:00-15:30`. */
  hours?: string
  /** Where it is not that of the school or the centre. */
  mailDomain?: string
  /** Has left the job that many days ago: the account is closed, the promises are still there. */
  leftDaysAgo?: number
}
export const moreOf: Readonly<Record<string, More>> = {
  'Hanne Lind': { generalist: true },
  'Birgit Aagaard': { generalist: true, hours: '1-4 08:00-15:30' },
  'Mette Kjær': { hours: '1-5 08:30-14:30' },
  'Omar Saleh': { hours: '1-5 08:30-14:30' },
  'Birgit Dam': { hours: '1-5 07:30-13:00' },
  'Søren Bach': { hours: '1-4 08:30-14:30' },
  'Grete Overgaard': { mailDomain: 'raad.veu-oestkysten.example' },
  'Poul Hedegaard': { mailDomain: 'raad.veu-oestkysten.example' },
  'Kirsten Juhl': { mailDomain: 'jobcenter-fjordby.example' },
  'Bjarne Odgaard': { mailDomain: 'fagforening-skive.example' },
  'Peter Vang': { expertise: ['metal', 'lager', 'truck', 'automation'], hours: '1-5 07:30-15:00' },
  'Kurt Damgaard': { expertise: ['svejsning', 'lean'] },
  'Pia Winther': { expertise: ['pleje', 'omsorg', 'paedagogik'] },
  'Amir Rahimi': { expertise: ['pleje', 'rengoering', 'tosprogede'] },
  'Jens Toft': { expertise: ['pleje', 'fvu'], leftDaysAgo: 10 },
  'Jonna Krogh': { expertise: ['pleje', 'demens'] },
  'Lone Krag': { expertise: ['handel', 'ledelse', 'it', 'spedition', 'byggeri'] },
  'Ulrik Steffensen': { expertise: ['it', 'bogfoering'] },
  'Karen Mølgaard': { expertise: ['foedevarer', 'hygiejne', 'koekken'] },
  'Sanne Ravn': { expertise: ['foedevarer'] },
  'Ivan Kowalski': { expertise: ['transport', 'truck', 'lager'], hours: '1-5 07:00-14:30' },
  'Svend Hald': { expertise: ['truck', 'kran'], hours: '1-5 07:00-14:30' },
  'Sofie Holst': { expertise: ['fvu', 'obu', 'foedevarer', 'screening'] },
  'Ali Demir': { expertise: ['fvu', 'digital', 'industri'] },
  'Dorte Bæk': { expertise: ['screening', 'fvu'] },
  'Fatima Haddad': { expertise: ['fvu', 'obu', 'screening'], hours: '1-4 08:00-15:30' },
  'Jørgen Kaas': { expertise: ['fvu'] },
  'Anne Skov': { expertise: ['industri', 'byggeri', 'service'], generalist: true },
  'Lars Iversen': { expertise: ['lean', 'ikv', 'asbest'] },
}
