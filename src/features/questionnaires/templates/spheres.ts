import type { Choice } from '../domain';

/** Key development spheres: 01-06 from the national programme of 2014, 07-20 regional candidates (domain 2.2, module S). */
export const SPHERES: readonly Choice[] = [
  { code: 's01', label: 'Zrównoważony rozwój' },
  { code: 's02', label: 'Solidarność pokoleń' },
  { code: 's03', label: 'Polityka rodzinna' },
  { code: 's04', label: 'Turystyka społeczna' },
  { code: 's05', label: 'Budownictwo społeczne' },
  { code: 's06', label: 'Lokalne produkty kulinarne' },
  { code: 's07', label: 'Usługi opiekuńcze i asystenckie w środowisku' },
  { code: 's08', label: 'Opieka nad dziećmi do lat 3 i po lekcjach' },
  { code: 's09', label: 'Mieszkania wspomagane' },
  { code: 's10', label: 'Gastronomia i catering społeczny' },
  { code: 's11', label: 'Kultura i dziedzictwo' },
  { code: 's12', label: 'Edukacja i integracja cudzoziemców' },
  { code: 's13', label: 'Gospodarka obiegu zamkniętego: naprawa i recykling' },
  { code: 's14', label: 'Energia odnawialna i termomodernizacja' },
  { code: 's15', label: 'Utrzymanie zieleni i usługi komunalne' },
  { code: 's16', label: 'Transport na żądanie od drzwi do drzwi' },
  { code: 's17', label: 'Rolnictwo społeczne i gospodarstwa opiekuńcze' },
  { code: 's18', label: 'Usługi cyfrowe i biurowe' },
  { code: 's19', label: 'Rękodzieło i drobna produkcja' },
  { code: 's20', label: 'Zdrowie i rehabilitacja' },
  { code: 's90', label: 'Inna, jaka?', other: true },
];
