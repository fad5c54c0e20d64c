/** Words, written in Markdown. */
import React from 'react';
import { PanelPlugin, type PanelProps, renderTextPanelMarkdown, textUtil } from '@grafana/data';
import { panelOptions } from './panelOptions';

interface Options {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

function Words({ options, replaceVariables }: PanelProps<Options>) {
  const written = replaceVariables(options.content);
  if (options.mode === 'code') {
    return <pre>{written}</pre>;
  }
  const html = options.mode === 'html' ? textUtil.sanitizeTextPanelContent(written) : renderTextPanelMarkdown(written);
  return (
    <div
      className="markdown-html"
      style={{ height: '100%', overflow: 'auto' }}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

export const text = new PanelPlugin<Options>(Words).setPanelOptions(
  panelOptions<Options>({ mode: 'markdown', content: '' })
);
