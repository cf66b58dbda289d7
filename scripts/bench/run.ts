import { benchAnalysis } from './analysis';
import { benchAnswering } from './answering';
import { benchEngine } from './engine';
import { benchReports } from './reports';
import { benchSheets } from './sheets';
import { benchStatistics } from './statistics';
import { benchStore } from './store';
import { benchSummary } from './summary';
import { benchWorkshop } from './workshop';
import { printBench, type Bench } from './report';

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  analysis: benchAnalysis,
  answering: benchAnswering,
  engine: benchEngine,
  reports: benchReports,
  sheets: benchSheets,
  statistics: benchStatistics,
  store: benchStore,
  summary: benchSummary,
  workshop: benchWorkshop,
};

const main = async (): Promise<void> => {
  const [name = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const run = BENCHES[name];
  if (run === undefined) {
    console.error(`Usage: npm run bench -- NAME [--json], where NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  printBench(await run(), process.argv.includes('--json'));
};

void main();
