/** Says in one line how many tests could not run here, and what they need. */
const NEEDS = [
  { sign: 'no Chromium', text: 'browser tests skipped: no Chromium found. Debian: apt-get install chromium' },
  { sign: '../shared', text: 'tests skipped: they read reference data from ../shared, which is absent' },
];

class SkippedReporter {
  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === 'pending'));
    for (const { sign, text } of NEEDS) {
      const count = skipped.filter(({ fullName }) => fullName.includes(sign)).length;
      if (count > 0) process.stdout.write(`${count} ${text}\n`);
    }
  }
}

module.exports = SkippedReporter;
