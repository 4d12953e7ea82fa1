const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

/** The usual report, and the counts in the file that `test/run.ts` names. */
module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.LASTU_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures }));
    });
  }
};
