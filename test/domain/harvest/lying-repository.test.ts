import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import { openOutbound } from '../../../config/outbound.ts';
import { createCatalogue } from '../../../domain/catalogue/service.ts';
import { changeLine } from '../../../domain/changes/change-line.ts';
import { harvestStep } from '../../../domain/harvest/harvest.ts';
import { readAnswer } from '../../../domain/harvest/oai-answer.ts';
import { harvestRepository } from '../../../domain/harvest/repository.ts';
import { openIndexLine, type IndexLine } from '../../support/index-line.ts';

describe('a repository that lies', function () {
  this.timeout(60_000);
  let house: IndexLine;
  let server: Server;
  let asked = 0;
  let tokenAfter: (token: string) => string;
  let url: string;

  before(async () => {
    house = await openIndexLine();
    server = createServer(({ url: path = '' }, response) => {
      asked += 1;
      const token = tokenAfter(new URL(path, 'http://oai').searchParams.get('resumptionToken') ?? '');
      response.end(`<OAI-PMH><responseDate>2026-11-25T12:00:00Z</responseDate><ListRecords><resumptionToken>${token}</resumptionToken></ListRecords></OAI-PMH>`); // prettier-ignore
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/oai`;
  });
  after(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await house?.close();
  });

  async function harvest(): Promise<string> {
    const { database } = house.connections;
    const catalogue = createCatalogue({ database, changes: changeLine({ database, wake: async () => undefined }) });
    const step = harvestStep({ catalogue, repository: harvestRepository(database), outbound: openOutbound({ privateHosts: ['127.0.0.1'] }), pauseMs: 1 }); // prettier-ignore
    const report = await catalogue.imports.begin({ source: 'liar', file: url });
    const { signal } = new AbortController();
    asked = 0;
    return step({ ...report, url }, { signal, onProgress: () => undefined }).then(String, (error: Error) => error.name);
  }

  it('is refused where its tokens lead round in a circle, and where they lead nowhere without end', async () => {
    tokenAfter = (token) => ({ '': 'a', a: 'b', b: 'c', c: 'b' })[token] ?? 'a';
    expect(await harvest()).to.equal('ImportRefused');
    tokenAfter = (token) => String(Number(token) + 1);
    expect(await harvest()).to.equal('ImportRefused');
    expect(asked).to.be.at.most(101);
  });

  it('takes no more time with tags that never end than reading them takes', async () => {
    for (const tag of ['<metadata>', '<header>', '<record ']) {
      const record = '<record><header><identifier>x</identifier></header>';
      const text = `${record}${tag.repeat(1_500_000)}</record></OAI-PMH>`;
      const pieces: string[] = [];
      const chunks = (async function* () {
        for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
      })();
      try {
        for await (const { kind } of readAnswer(chunks)) pieces.push(kind);
      } catch (error) {
        expect(error).to.be.an('error');
      }
      expect(pieces.length).to.be.at.most(1);
    }
  });
});
