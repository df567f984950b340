/**
 * Given names that many in Denmark bear (Danmarks Statistik, names of the whole population; and those of families from elsewhere that reports meet most):
 * only to warn by. Whoever took part, or is known at the company, is looked for by his own name.
 */
const names = `
Aage Abdi Adam Agnete Ahmad Ahmed Albert Alex Alexander Alfred Ali Alice Allan Amalie Amina Amira Anders Andreas Ane Anette Anita Anja Anna Anne
Annelise Annette Annie Anton Arne Asger Asta Astrid Aya Aysel Ayse Ahmet Axel Anni Andrzej Agnieszka Anca Andrei Bent Bente Benny Benjamin Berit Bettina Birger
Birgit Birgitte Birthe Birte Bjarne Bjørn Bo Bodil Boris Brian Britta Bruno Camilla Carina Carl Carsten Casper Cecilie Charlotte Christian Christina Claus
Clara Connie Conny Dan Daniel Daniela David Dennis Ditte Dorte Dorthe Dorota Ebba Edith Egon Ejner Elena Elin Elisabeth Ella Ellen Elo Else Emil Emilie Emma
Erik Erling Esben Ester Eva Ewa Fatima Fatma Ferhat Filip Finn Flemming Freja Frida Frank Frederik Frode Gerda Gert Gitte Grete Grethe Grzegorz Gunnar Gurli Hanne
Hans Hasan Hassan Heidi Helene Helga Helle Henning Henriette Henrik Henny Holger Hussein Ib Ibrahim Ida Inga Inge Ingeborg Inger Ingrid Ion Irene Iris Ivan
Jacob Jakob Jan Jane Janne Janni Jeanette Jens Jeppe Jesper Jette Jimmy Joan Johan Johanne Johannes John Johnny Jonas Jonna Josef Judith Julie Jytte Jørgen Jørn
Kaj Kamilla Karen Karin Karina Karl Karsten Kasper Katja Katarzyna Kate Katrine Keld Kenneth Kent Khaled Kim Kirsten Kirstine Kjeld Klaus Knud Krzysztof Kristian
Kristina Kristoffer Kurt Lars Lasse Laura Layla Leif Lena Lene Leo Lillian Linda Line Lis Lisbeth Lise Lone Lotte Louise Lucas Lukas Lykke Maja Malene Malgorzata
Maiken Marc Marcus Maren Margit Margrethe Maria Mariam Mariana Marianne Marie Marijana Marlene Martin Mathias Mathilde Mads Magnus Mehmet Merete Mette Mia Michael
Michelle Mie Mihai Mikael Mike Mikkel Mille Milan Minna Mogens Mohamad Mohamed Mohammad Mohammed Mona Morten Mustafa Nadia Nanna Natalia Niels Nicolai Nicolaj
Nicklas Niklas Nikolaj Nina Nour Oksana Ole Olena Olga Oliver Oscar Otto Ove Palle Patrick Paul Paulina Per Peder Pernille Peter Petra Philip Pia Piotr Poul Preben
Randi Rasmus Rebecca Regitze Rene René Richard Rikke Rita Robert Robin Roman Rosa Ruth Sabrina Sami Samir Sandra Sanne Sara Sarah Sebastian Selma Signe Sigrid
Simon Simone Sine Sofia Sofie Sonja Sophie Steen Stefan Steffen Stig Stine Susanne Suzanne Svend Sven Søren Tage Tanja Tatjana Theis Thomas Thor Tim Tina Tine
Tobias Tom Tomasz Tommy Tonny Torben Tove Trine Troels Tue Ulla Ulrik Vagn Verner Vibeke Victor Victoria Viggo Viktor Villy Vitalij Vivi Werner Winnie Yasmin
Yusuf Yvonne Zahra Zainab Åse Åge Øjvind Østen`
const known = new Set(names.trim().split(/\s+/))
export const isGivenName = (word: string) => known.has(word)

/** Surnames in `-sen` whose given name is written otherwise today. */
const surnames = new Set(
  `Bertelsen Christensen Clausen Clemmensen Dinesen Enevoldsen Eskildsen Iversen Kristensen Lauridsen Lauritsen Laursen Nissen Olsen Therkildsen
Thomsen Thorsen Thygesen`.split(/\s+/),
)
/** Those that come of a given name are known by it: `Jens-en`, `Peder-sen`. */
export const isSurname = (word: string) =>
  surnames.has(word) || (word.endsWith('sen') && (known.has(word.slice(0, -2)) || known.has(word.slice(0, -3))))
