/* Who is asked, by role (K1), contact (K2) and institution (R2); domain 2.2 and 2.3 give the filter of each question. */

export const CLIENT = "${K2} != 'zaden'";
export const NON_CLIENT = "${K2} = 'zaden'";
export const ENTITY = "(${K1} = 'pes' or ${K1} = 'ngo')";
export const ENTITY_OR_PLANNING = "(${K1} = 'pes' or ${K1} = 'ngo' or ${K1} = 'planujacy')";
export const USED_A_SERVICE = "${U1} != '' and not(selected(${U1}, 'zadna'))";

/** Local governments and their units: they buy, commission and use social clauses. */
export const LOCAL_GOVERNMENT =
  "(${R2} = 'urzad-gminy' or ${R2} = 'starostwo' or ${R2} = 'ops' or ${R2} = 'pcpr' or ${R2} = 'pup')";
export const USED_ROPS = "${R5} != '' and not(selected(${R5}, 'zadne'))";
