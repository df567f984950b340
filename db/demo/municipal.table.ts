/** Municipalities are the largest employers here, each with places all over: what they are called, what they do, how many work there.
 * `{m}` is the municipality's town, `{0}` to `{2}` are towns in it, `{a}` to `{i}` the names of its places. */
export const municipalPlaces = `
  841100 160 {m} Rådhus
  421100 64 Vej og Park {m}
  812100 88 Rengøringsenheden {m}
  881010 74 Hjemmeplejen {m} Nord
  881010 69 Hjemmeplejen {m} Syd
  881010 41 Hjemmeplejen {m}, aften og nat
  871010 62 Plejecenter {a}
  871010 54 Plejehjemmet {b}
  871010 38 Ældrecenter {c}
  873010 46 Bostedet {d}
  873010 27 Botilbuddet {e}
  881020 16 Dagcenter {c}
  889150 31 Børnehuset {f}
  889150 26 Børnehuset {g}
  889130 17 Børnehaven {h}
  889120 12 Vuggestuen {i}
  852010 58 {0} Skole
  852010 47 {1} Skole
  852010 33 {2} Skole
  562900 19 {m} Madservice`

/** Names of the places, municipality by municipality: two care homes, an old people's centre, two residential homes, four children's houses. */
export const municipalNames: Readonly<Record<number, string>> = {
  661: 'Storåhøj, Beringsminde, Lindelunden, Skovlyst, Kløverhuset, Svalen, Troldehøj, Solstrålen, Mariehønen',
  665: 'Klitrosen, Fjordparken, Havblik, Vesterled, Strandhuset, Krabben, Klitten, Søstjernen, Muslingen',
  671: 'Struerhave, Kildegården, Bremdalsly, Egebjerg, Toldboden, Hoppeloppen, Åkanden, Skovmusen, Regnbuen',
  773: 'Duerhus, Limfjordsglimt, Johannesly, Elsøvang, Sejerhuset, Mågen, Moleren, Fossilet, Østersen',
  779: 'Solgården, Fjordglimt, Gammelgård, Resenhøj, Brårupvang, Nordstjernen, Egernet, Myretuen, Spiren',
  787: 'Kristianslyst, Klitmøllebo, Vibedal, Lerpytter, Dragsbæk, Rolighed, Søhesten, Tingstrup, Vildanden',
  791: 'Toftegården, Overlund, Kildehaven, Sønæs, Liseborg, Houlkær, Bifrost, Møllehøj, Pilehytten',
  820: 'Højgården, Bøgehaven, Solvang, Østermarken, Himmerlandshuset, Bymidten, Mejsebo, Stjernehuset, Lyngblomst',
}
