import React from 'react';
import type { FieldDisplay } from '@grafana/data';

interface LinkedValueProps {
  value: FieldDisplay;
  children: React.ReactNode;
}

/** A value that leads to where its first data link points. */
export function LinkedValue({ value, children }: LinkedValueProps) {
  const link = value.hasLinks ? value.getLinks?.()[0] : undefined;
  if (!link) {
    return <>{children}</>;
  }
  return (
    <a
      href={link.href}
      target={link.target}
      title={link.title}
      onClick={link.onClick}
      style={{ display: 'block', color: 'inherit' }}
    >
      {children}
    </a>
  );
}
