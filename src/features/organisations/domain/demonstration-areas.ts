/**
 * Two groups of powiats for the demonstration evaluation. In 2016 one OWES served the north of the voivodeship, five
 * powiats and the city of Kielce, the other its south, eight powiats (forsal.pl/artykuly/988218). Which five is our
 * reading of the name Kielecko-Ostrowiecki: kielecki, konecki, ostrowiecki, skarżyski and starachowicki.
 */
export const NORTHERN_POWIATS: readonly string[] = ['2604', '2605', '2607', '2610', '2611', '2661'];

/** buski, jędrzejowski, kazimierski, opatowski, pińczowski, sandomierski, staszowski, włoszczowski. */
export const SOUTHERN_POWIATS: readonly string[] = ['2601', '2602', '2603', '2606', '2608', '2609', '2612', '2613'];
