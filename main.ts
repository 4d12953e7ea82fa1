import { pino } from 'pino';
import { EnvironmentError, parseEnvironment } from './config/environment.ts';
import { openTracing } from './config/open-tracing.ts';
import type { Tracing } from './config/tracing.ts';
import { serve, version } from './serve.ts';
import { stopRequested } from './stack/end-with-parent.ts';
import { StackError } from './stack/stack-error.ts';

/** The service. `ROLE` tells what this process runs; Ctrl-C or SIGTERM stop it after the work in hand. */
try {
  const environment = parseEnvironment(process.env);
  let tracing: Tracing | undefined;
  const logger = pino({ level: environment.LOG_LEVEL, mixin: () => tracing?.now() ?? {} });
  tracing = await openTracing(environment, { version, warn: (text) => logger.warn(text) });
  const signal = stopRequested();
  await serve(environment, { given: process.env, logger, tracing, signal, say: (line) => console.log(line) });
} catch (error) {
  console.error(error instanceof EnvironmentError || error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
