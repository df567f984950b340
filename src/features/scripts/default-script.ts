/**
 * What a new list's callers say until someone writes something better. `{caller}` and `{centre}` are filled in;
 * `**bold**` is what matters most; a line that begins with `? ` is a question companies ask, the lines after it the answer.
 */
export const defaultScript = `Hej, du taler med {caller}. Jeg ringer for {centre}, som er alle skolerne her i området.

**Vi hjælper mindre virksomheder med at finde ud af, hvad de ansatte har brug for at blive bedre til. Er der noget, I mangler folk til at kunne?**

Må en af vores konsulenter kigge forbi en time? Det koster ikke noget, og I bestemmer, om det skal blive til mere.

? Hvad koster det?
Besøget er gratis. Er der et kursus, der passer, får I prisen og reglerne for tilskud, før I siger ja til noget.

? Vi har ikke tid
Besøget tager en time, og I vælger selv dagen. Mange begynder med det, der kan læres, når der er stille.

? Hvem er I?
Skolerne i området er gået sammen, så I kun får ét opkald. Konsulenten kender alle skolernes tilbud, ikke kun sin egen skoles.

? Hvor har I mit nummer fra?
Fra CVR-registret. Vil I ikke ringes op igen, skriver jeg det nu, og så gælder det for alle skolerne.
`
