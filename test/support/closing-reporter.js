/** Closes a run: how many tests could not run here and what they need, then one plain line of totals. */
const NEEDS = [
  { sign: 'no Chromium', text: 'browser tests skipped: no Chromium found. Debian: apt-get install chromium' },
  { sign: '../shared', text: 'tests skipped: they read reference data from ../shared, which is absent' },
];

class ClosingReporter {
  onRunComplete(_contexts, { testResults, numPassedTests, numFailedTests, numPendingTests }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === 'pending'));
    for (const { sign, text } of NEEDS) {
      const count = skipped.filter(({ fullName }) => fullName.includes(sign)).length;
      if (count > 0) process.stdout.write(`${count} ${text}\n`);
    }
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
  }
}

module.exports = ClosingReporter;
