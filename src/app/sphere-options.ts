import type { Analysis } from '../features/analysis';
import type { SphereOption } from '../features/workshop';
import type { EvaluationId } from '../platform/ids';

/** The spheres that clients ranked, as the thematic group may choose among them; none where no questionnaire asks for them. */
export const sphereOptionsOf =
  ({ spheres: { readSpheres } }: Pick<Analysis, 'spheres'>) =>
  async (id: EvaluationId): Promise<readonly SphereOption[]> => {
    const { spheres } = await readSpheres(id, null);
    const clients = spheres?.groups.find(({ group }) => group === 'clients');
    return (spheres?.spheres ?? []).flatMap(({ code, label, isOther }, at) => {
      if (isOther) return [];
      const shown = clients?.level === 'estimates' ? clients.spheres[at] : null;
      const n = clients?.level === 'estimates' ? clients.n : 0;
      return [{ code, label, clients: shown == null ? null : { share: shown.any.share, n } }];
    });
  };
