/** New members of a local business association: founded since the register was brought in, so only the centre knows them. */
export const newMembers = [
  {
    ...{ name: 'Odder El & Ladestandere ApS', street: 'Rude Havvej 12', employees: 6, phone: '70004911' },
    ...{ industry: '432100', industryText: 'El-installation', form: 'ApS' },
  },
  {
    ...{ name: 'Saksild Smedje & Montage', street: 'Saksild Strandvej 4', employees: 4, phone: '70004912' },
    ...{
      industry: '251100',
      industryText: 'Fremstilling af metalkonstruktioner og dele heraf',
      form: 'Enkeltmandsvirksomhed',
    },
  },
  {
    ...{ name: 'Kysing Tømrer og Snedker ApS', street: 'Kysingvej 31', employees: 9, phone: '70004913' },
    ...{ industry: '433200', industryText: 'Tømrer- og bygningssnedkervirksomhed', form: 'ApS' },
  },
] as const
