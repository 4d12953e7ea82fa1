import type { Middleware } from 'koa';
import { memoryListPage } from '../../ui/pages/memory-list-page.ts';
import { pageContext, showPage } from '../show-page.ts';

/** The page around the list that a reader's browser keeps. */
export const memoryListRoute = ({ publicUrl }: { publicUrl: string }): Middleware =>
  function memoryList(ctx) {
    const context = pageContext(ctx, publicUrl);
    const { reader, own } = context;
    const title = reader.t('memory.title');
    showPage(ctx, { ...context, title, script: 'memory-list', main: memoryListPage(reader, own) });
  };
