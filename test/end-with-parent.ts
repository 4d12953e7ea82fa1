import { endWithParent } from '../stack/end-with-parent.ts';

/** Loaded into mocha by `test/run.ts`: the tests end with it, however it ends. */
endWithParent(() => process.exit(1));
