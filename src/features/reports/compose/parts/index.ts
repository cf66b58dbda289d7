import type { GeneratedPart } from '../../domain';
import type { Composing } from '../composing';
import type { Drawn } from '../drawn';
import { allTables } from './all-tables';
import { conclusions } from './conclusions';
import { contents, cover } from './cover';
import { discussion } from './discussion';
import { englishSummary } from './english-summary';
import { institutions } from './institutions';
import { keyFigures } from './key-figures';
import { keyFindings } from './key-findings';
import { matrix } from './matrix';
import { method } from './method';
import { plainLanguage } from './plain-language';
import { questionnaires } from './questionnaires';
import { extendedRecommendations, simpleRecommendations } from './recommendations';
import { resultsByCriterion } from './results-by-criterion';
import { resultsByModule } from './results-by-module';
import { sample } from './sample';
import { scorecard } from './scorecard';
import { spheres } from './spheres';

type Part = (composing: Composing) => Drawn | Promise<Drawn>;

const PARTS: Readonly<Record<GeneratedPart, Part>> = {
  cover,
  contents,
  'key-figures': keyFigures,
  'key-findings': keyFindings,
  method,
  sample,
  matrix,
  'results-by-criterion': resultsByCriterion,
  'results-by-module': resultsByModule,
  institutions,
  spheres,
  scorecard,
  conclusions,
  'recommendations-simple': simpleRecommendations,
  'recommendations-extended': extendedRecommendations,
  'questions-for-discussion': discussion,
  'all-tables': allTables,
  questionnaires,
  'plain-language': plainLanguage,
  'english-summary': englishSummary,
};

/** A part that is written from the evaluation itself. */
export const composePart = async (what: GeneratedPart, composing: Composing): Promise<Drawn> => PARTS[what](composing);
