/** What companies call by one name and the catalogue by another: as they begin, folded. Who asks for one finds the others. */
export const sameWords: readonly (readonly string[])[] = [
  ['leder', 'ledelse', 'ledende'],
  ['ordblind', 'obu'],
  ['regn', 'matematik'],
  ['laes', 'skriv', 'fvu-dansk'],
  ['edb', 'digital', 'computer', 'it'],
  ['realkompetence', 'ikv'],
  ['buskort', 'persontransport', 'taxa'],
]
/** Said with every course and of none. */
export const emptyWords: ReadonlySet<string> = new Set(
  'og i til pa for med af en et der som de det den vi kursus kurset kurser hold holdet uddannelse'.split(' '),
)
/** In what people say these are about everything: no course answers them. */
export const everydayWords: ReadonlySet<string> = new Set(
  `folk arbejde arbejder arbejdet gerne meget mange flere nogle andre anden andet hverdag enkle bruge bruger kunne skulle ville have haves
  eksempel grundkursus niveau trin produktion produktionen medarbejder medarbejdere mennesker lille mindre akut jobbet opstaaet uden
  virksomhed virksomheden afdeling kunder kunde opgaver opgave lager daglig nye starte begynde
  proces processen praksis opgaven undervisning udvikling uddannelse`.split(/\s+/),
)
