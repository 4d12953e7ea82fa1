import type { Environment } from '../config/environment.ts';
import { partitionCount } from '../config/queues.ts';
import { partitionOf } from '../domain/partition.ts';
import { demoRecords } from '../demo/generate.ts';
import { currentMeta } from '../indexer/aliases.ts';
import { buildDocument, writeDocument } from '../indexer/document.ts';
import { reindex } from '../indexer/reindex/reindex.ts';
import { inBatches } from '../indexer/source.ts';
import { openServices, workersOver, type Services } from '../services.ts';
import { pino } from 'pino';
import { startWorkers } from '../workers/start.ts';
import { median, report, rounded, timed } from './report.ts';

const rounds = 3;

/**
 * How much of the engine's own speed the index line keeps: documents a second of a raw `_bulk` of the same prepared
 * documents, of a reindex from end to end (MongoDB → documents → index, compared and swapped), and of a live import
 * (MARC → MongoDB → change line → index, until the last work is searchable). Raw and reindex take turns.
 */
export async function benchIndex(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: true });
  try {
    await services.prepare();
    const imported = await liveImport(services, works);
    const batches = await preparedBatches(services);
    const total = await services.catalogue.countWorks();
    const raw: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      raw.push(total / (await rawBulk(environment.ELASTICSEARCH_URL, services, batches)));
      ours.push(total / (await timed(() => reindex(services.indexer))).seconds);
    }
    const limit = median(raw);
    const row = (what: string, rate: number) => ({
      what,
      'documents/s': Math.round(rate),
      'of raw': rounded(rate / limit),
    });
    const bytes = batches.reduce((sum, body) => sum + body.length, 0) / total;
    await report(
      'index',
      `Index line, ${total} works (median of ${rounds} rounds, taking turns)`,
      [row('raw _bulk', limit), row('reindex, end to end', median(ours)), row('live import, to searchable', imported)],
      {
        'bytes a document': Math.round(bytes),
        'reindex of raw, per round': ours.map((rate, i) => rounded(rate / (raw[i] ?? 1))).join(', '),
      },
    );
  } finally {
    await services.close();
  }
}

/** Works a second from the first record read to the last work searchable. */
async function liveImport(services: Services, works: number): Promise<number> {
  await reindex(services.indexer);
  const stop = await startWorkers(workersOver(services, pino({ level: 'warn' })));
  const { elasticsearch } = services.connections;
  const { seconds, result: total } = await timed(async () => {
    await services.catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({ works }) });
    const stored = await services.catalogue.countWorks();
    for (;;) {
      await elasticsearch.indices.refresh({ index: services.indexer.aliases.read });
      const { count } = await elasticsearch.count({ index: services.indexer.aliases.read });
      const { open, ready } = await services.indexer.changes.counts();
      if (count === stored && open + ready === 0) return stored;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await stop();
  return total / seconds;
}

/** All documents as bulk bodies, made before the clock runs. */
async function preparedBatches({ indexer }: Services): Promise<string[]> {
  const bodies: string[] = [];
  for (let partition = 0; partition < partitionCount; partition += 1) {
    for await (const ids of inBatches(indexer.source.workIdsOfPartition(partition), 500)) {
      const lines = (await indexer.source.readWorks(ids)).flatMap((work) => {
        const document = buildDocument({ ...work, partition: partitionOf(work.id) }, indexer);
        return [JSON.stringify({ index: { _id: work.id } }), ...(document ? [writeDocument(document).line] : [])];
      });
      bodies.push(`${lines.join('\n')}\n`);
    }
  }
  return bodies;
}

/** Seconds the engine takes for the prepared bodies alone, two in flight. */
async function rawBulk(url: string, { indexer }: Services, batches: readonly string[]): Promise<number> {
  const index = `${indexer.aliases.read}-raw`;
  await indexer.aliases.create(index, currentMeta(indexer.analysis.version));
  await indexer.elasticsearch.indices.updateAliases({
    actions: [{ remove: { index, alias: `${indexer.aliases.read}-write` } }],
  });
  const waiting = [...batches];
  const { seconds } = await timed(async () => {
    const lane = async () => {
      for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
        const answer = await fetch(`${url}/${index}/_bulk?filter_path=errors`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body,
        });
        if (!(await answer.text()).includes('"errors":false')) throw new Error('The raw bulk request failed');
      }
    };
    await Promise.all([lane(), lane()]);
    await indexer.elasticsearch.indices.refresh({ index });
  });
  await indexer.aliases.remove(index);
  return seconds;
}
