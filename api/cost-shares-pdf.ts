import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import type { CostFigures, CostShare, CostStatement } from '../domain/cost-shares/schema.ts';
import { partText } from '../ui/cost-shares.ts';
import { municipalityName } from '../ui/labels.ts';
import type { Reader } from '../ui/messages/messages.ts';
import { longDate } from '../ui/pages/long-date.ts';
import { euros } from '../ui/refusals.ts';

const font = (path: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
const fonts = {
  plain: font('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: font('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};

interface Subject {
  readonly statement: CostStatement;
  readonly figures: CostFigures;
  readonly version: number;
  /** The one whose statement it is; all of them, each on a page of its own after the table of all, where absent. */
  readonly municipality?: string | undefined;
}

/**
 * The statement of a year to print: A4, with its language, its title and its structure told (headings, paragraphs and tables
 * with header cells), so that it can be listened to.
 */
export async function costSharesPdf(reader: Reader, subject: Subject): Promise<Buffer> {
  const { t, locale } = reader;
  const { statement, municipality } = subject;
  const document = new Pdf({
    size: 'A4',
    margin,
    tagged: true,
    pdfVersion: '1.7',
    lang: locale,
    displayTitle: true,
    info: { Title: t('region.costs.title', { year: String(statement.year) }), Author: t('site.name') },
    autoFirstPage: false,
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  const root = document.struct('Document');
  document.addStructure(root);
  const chosen = statement.shares.filter((one) => municipality === undefined || one.municipality === municipality);
  let page = 0;
  const leaf = () => {
    document.addPage();
    page += 1;
    footer(document, `${t('region.costs.title', { year: String(statement.year) })} · ${t('region.costs.versionShort', { version: subject.version })} · ${t('region.costs.pdf.page', { page })}`); // prettier-ignore
  };
  const writer: Writer = { document, root, reader };
  if (municipality === undefined) {
    leaf();
    summary(writer, subject);
  }
  for (const share of chosen) {
    leaf();
    bill(writer, subject, share);
  }
  root.end();
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const margin = 56;

interface Writer {
  readonly document: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly reader: Reader;
}

function summary(writer: Writer, { statement: { shares, total, year }, figures }: Subject): void {
  const { reader } = writer;
  const { t, locale } = reader;
  heading(writer, 'H1', t('region.costs.title', { year: String(year) }));
  rule(writer, figures);
  heading(writer, 'H2', t('region.costs.pdf.summary'));
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const row = (name: string, one: CostStatement['total']) => [
    name,
    number(one.inhabitants),
    partText(reader, one.inhabitants, total.inhabitants),
    euros(one.costs, locale),
    euros(one.grants, locale),
    euros(one.toPay, locale),
  ];
  table(writer, {
    widths: [0.21, 0.13, 0.12, 0.18, 0.18, 0.18],
    head: [t('region.costs.municipality'), t('region.costs.inhabitants'), t('region.costs.part'), t('region.costs.costs'), t('region.costs.grants'), t('region.costs.toPay')], // prettier-ignore
    rows: shares.map((one) => row(municipalityName(one.municipality, locale), one)),
    feet: [row(t('region.costs.total'), total)],
  });
}

function bill(writer: Writer, { statement: { total, year }, figures }: Subject, share: CostShare): void {
  const { reader } = writer;
  const { t, locale } = reader;
  const name = municipalityName(share.municipality, locale);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const sum = (cents: number) => euros(cents, locale);
  heading(writer, 'H1', t('region.costs.pdf.bill', { municipality: name }));
  paragraph(writer, t('region.costs.title', { year: String(year) }));
  paragraph(
    writer,
    t('region.costs.pdf.share', {
      municipality: name,
      inhabitants: number(share.inhabitants),
      part: partText(reader, share.inhabitants, total.inhabitants),
      total: number(total.inhabitants),
    }),
  );
  const rows = (part: 'cost' | 'grant', all: CostFigures['costs'], whole: number, own: number) => {
    if (all.length === 0) return;
    heading(writer, 'H2', t(`region.costs.rows.${part}`));
    table(writer, {
      widths: [0.7, 0.3],
      head: [t('region.costs.rowName'), t('region.costs.rowSum')],
      rows: all.map(({ name: what, cents }) => [what, sum(cents)]),
      feet: [
        [t('region.costs.pdf.whole'), sum(whole)],
        [`${name}, ${partText(reader, share.inhabitants, total.inhabitants)}`, sum(own)],
      ],
    });
  };
  rows('cost', figures.costs, total.costs, share.costs);
  rows('grant', figures.grants, total.grants, share.grants);
  heading(writer, 'H2', `${t('region.costs.toPay')}: ${sum(share.toPay)}`);
  rule(writer, figures);
}

function rule(writer: Writer, { countedOn, source }: CostFigures): void {
  const { t, locale } = writer.reader;
  const values = { date: longDate(countedOn, locale), source: source || t('region.costs.noSource') };
  paragraph(writer, t('region.costs.rule', values), 9.5);
}

function heading({ document, root }: Writer, level: 'H1' | 'H2', text: string): void {
  document.moveDown(level === 'H1' ? 0 : 0.9);
  root.add(document.struct(level, {}, () => void document.font(fonts.strong).fontSize(level === 'H1' ? 21 : 13).fillColor(colours.ink).text(text, margin))); // prettier-ignore
  document.moveDown(0.35);
}

function paragraph({ document, root }: Writer, text: string, size = 11): void {
  root.add(document.struct('P', {}, () => void document.font(fonts.plain).fontSize(size).fillColor(colours.ink).text(text, margin, undefined, { lineGap: 1.5 }))); // prettier-ignore
  document.moveDown(0.4);
}

interface Table {
  /** Of the width between the margins, in parts that make one. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly feet: readonly (readonly string[])[];
}

/** First column to the left, sums to the right, hairlines between. */
function table({ document, root }: Writer, { widths, head, rows, feet }: Table): void {
  const width = document.page.width - 2 * margin;
  const element = document.struct('Table');
  root.add(element);
  const line = (weight: number) => {
    document.markContent('Artifact', { type: 'Layout' });
    document.moveTo(margin, document.y).lineTo(margin + width, document.y).lineWidth(weight).strokeColor(colours.edge).stroke(); // prettier-ignore
    document.endMarkedContent();
  };
  const row = (cells: readonly string[], { header, strong }: { header: boolean; strong: boolean }) => {
    document.font(strong || header ? fonts.strong : fonts.plain).fontSize(header ? 9 : 10.5);
    const places = widths.map((part, at) => ({ x: margin + width * widths.slice(0, at).reduce((a, b) => a + b, 0), w: width * part - 6 })); // prettier-ignore
    const height = Math.max(...cells.map((text, at) => document.heightOfString(text || ' ', { width: places[at]?.w ?? width }))); // prettier-ignore
    if (document.y + height > document.page.height - margin - 24) document.addPage();
    const top = document.y + 4;
    const tr = document.struct('TR');
    element.add(tr);
    for (const [at, text] of cells.entries()) {
      const { x, w } = places[at] ?? { x: margin, w: width };
      const kind = header || at === 0 ? 'TH' : 'TD';
      const draw = () => void document.fillColor(header ? colours.soft : colours.ink).text(text, x, top, { width: w, align: at === 0 ? 'left' : 'right' }); // prettier-ignore
      tr.add(document.struct(kind, {}, draw));
    }
    tr.end();
    document.y = top + height + 4;
    line(strong ? 0.9 : 0.4);
  };
  row(head, { header: true, strong: false });
  for (const one of rows) row(one, { header: false, strong: false });
  for (const one of feet) row(one, { header: false, strong: true });
  element.end();
  document.x = margin;
}

const colours = { ink: '#2a241d', soft: '#5f564b', edge: '#cfc6b8' };

function footer(document: PDFKit.PDFDocument, text: string): void {
  const { y } = document;
  document.markContent('Artifact', { type: 'Pagination' });
  const bottom = document.page.margins.bottom;
  document.page.margins.bottom = 0; // else the text would begin a page of its own
  document.font(fonts.plain).fontSize(8.5).fillColor(colours.soft).text(text, margin, document.page.height - 40, { lineBreak: false }); // prettier-ignore
  document.page.margins.bottom = bottom;
  document.endMarkedContent();
  document.x = margin;
  document.y = y;
}
