/** What is agreed at a visit, in words the company reads too: by kind of education; `alle`: whatever the need. Before the bar as in
 * trades.table.ts; `omsorg`, `kunder` and `produktion` are sectors (said.ts). {kursus} is a course of the trade, {antal} a few of the employees. */
export const promiseRows = `
  amu | Pris og datoer for {kursus} / Ledige pladser på {kursus} / Udregning af VEU-godtgørelse for {antal} på {kursus}
  amu | Svar på, om kompetencefonden betaler for {kursus} / Navn på en virksomhed, der har haft folk på {kursus}
  amu 5+ | Tilbud på {kursus} hos jer
  amu 10+ | Hvor mange der skal til, før {kursus} kan holdes hos jer
  amu -19 | Svar på, om I kan dele et hold i {kursus} med en nabo
  fvu-danish 5+ | Oplæg om FVU-dansk til et personalemøde / Eksempler på FVU-dansk med jeres egne sedler
  fvu-danish 10+ | Tid til screening i læsning af hele holdet
  fvu-danish | Dag og sted for FVU-dansk i {by} / Hvad SVU dækker, når I læser dansk i arbejdstiden
  fvu-danish 20+ produktion omsorg | Svar på, om FVU-dansk kan holdes ved vagtskiftet
  fvu-maths | Prøvelektion i regning på jeres egne opgaver / Dag og sted for FVU-matematik i {by} / Hvor mange der skal til et hold i FVU-matematik
  fvu-maths 10+ | Tid til screening i matematik af hele holdet
  fvu-english produktion | Gennemgang af engelsk i jeres manualer
  fvu-english kunder | Forslag til FVU-engelsk om samtaler med kunder
  fvu-english | Hvor mange der skal til et hold i FVU-engelsk / Dag og sted for FVU-engelsk
  fvu-english 5+ | Svar på, om FVU-engelsk kan holdes hos jer
  fvu-digital | Møde om FVU-digital på pauserne / Forslag til FVU-digital i jeres egne systemer / Dag og sted for FVU-digital i {by}
  fvu-digital 5+ | Svar på, om FVU-digital kan holdes hos jer
  fvu-start | Svar på, hvem der kan komme på FVU-start / Forslag til FVU-start på arbejdsstedet / Brev om FVU-start på jeres medarbejderes sprog
  danish-for-foreigners | Svar om danskuddannelse på arbejdstid / Kontakt til sprogcentret om et hold i {by}
  ikv | Skema til individuel kompetencevurdering af {antal} / Dage til individuel kompetencevurdering
  ikv | Hvad en individuel kompetencevurdering kan bruges til hos jer
  adult-apprentice | Regler for voksenlærlinge og hjælp til aftalen / Udregning af, hvad en voksenlærling koster jer
  adult-apprentice | Møde med medarbejderen om voksenlærlingevejen
  academy | Oversigt over akademifag i ledelse / Priser på lederkurser af to og tre dage
  hf | Vejledning om HF-enkeltfag / Hvilke HF-fag der mangler, og hvornår de begynder
  avu | Vejledning om AVU
  alle | Samlet oplæg med priser og tilskud / Ringe igen, når I har talt sammen
  alle 50+ | Møde med tillidsrepræsentanten
  alle -19 | Finde en anden virksomhed i {by} at dele hold med
  alle 10+ | Udkast til uddannelsesplan for {antal} medarbejdere
  alle 5+ | Oplæg til et møde med jeres medarbejdere`

export const whyDropped: readonly string[] = [
  'Virksomheden har fundet en anden løsning.',
  'De har fået ny chef og vil vente.',
  'Kurset er ikke udbudt i år; de ved besked.',
  'Den, det handlede om, er rejst.',
  'De bad os lade det ligge.',
  'Holdet blev aflyst, og de vil ikke vente på det næste.',
  'De har fået en anden ordre ind og har ikke folk.',
]
export const whyMoved: readonly string[] = [
  'Venter på svar fra skolen.',
  'Virksomheden bad om en uge mere.',
  'Kursusplanen kommer først på mandag.',
  'Fondens svartid er længere end ventet.',
  'Kontakten er på ferie.',
]
