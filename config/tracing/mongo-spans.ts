import { context, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type { MongoClient } from 'mongodb';

/**
 * Makes spans of the driver's command events, which it emits where the command is sent from. What nobody waits for (sweeps,
 * watches) has no span to stand below, and gets none. The client must have been made with `monitorCommands`.
 */
export function spansOfCommands(mongo: MongoClient, tracer: Tracer): void {
  const underWay = new Map<number, Span>();
  const end = (requestId: number, failure?: string) => {
    const span = underWay.get(requestId);
    underWay.delete(requestId);
    if (failure !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', failure);
    span?.end();
  };
  mongo.on('commandStarted', ({ requestId, commandName, command, databaseName, address }) => {
    if (!trace.getSpan(context.active())?.isRecording()) return;
    const [host = '', port = ''] = address.split(/:(?=\d+$)/);
    const collection: unknown = commandName === 'getMore' ? command['collection'] : command[commandName];
    const attributes = {
      'db.system.name': 'mongodb',
      'db.namespace': databaseName,
      'db.operation.name': commandName,
      ...(typeof collection === 'string' && { 'db.collection.name': collection }),
      'server.address': host,
      ...(port !== '' && { 'server.port': Number(port) }),
    };
    const name = typeof collection === 'string' ? `${commandName} ${collection}` : commandName;
    underWay.set(requestId, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }));
  });
  mongo.on('commandSucceeded', ({ requestId }) => end(requestId));
  mongo.on('commandFailed', ({ requestId, failure }) => end(requestId, failure.name));
}
