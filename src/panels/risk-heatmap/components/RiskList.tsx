import { css } from '@emotion/css';
import type { GrafanaTheme2, LinkModel } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { RiskTrend, riskTrendWord } from '../../../status/RiskTrend';
import { StatusMark } from '../../../status/StatusMark';
import type { RowAction } from '../../dashboard/rowActions';
import type { ChangeKind } from '../data/changes';
import type { Basis, Risk } from '../data/risks';
import { ChangeMark } from './ChangeMark';
import { daysOverdue, scoresSentence } from '../sentences';

/** A longer list is shown on demand. */
const MOST_ROWS = 100;

interface RiskListProps {
  title: string;
  /** A sentence below the title; empty: none. */
  note: string;
  /** `12 risks`. */
  count: string;
  risks: Risk[];
  bases: Basis[];
  linksOf: (risk: Risk) => LinkModel[];
  /** Actions of a risk; none where the reader may not run any. */
  actionsOf?: (risk: Risk) => RowAction[];
  onAction?: (action: RowAction) => void;
  /** What happened to a risk since another day; null: nothing, or nothing is compared. */
  changeOf?: (risk: Risk) => { kind: ChangeKind; sentence: string } | null;
  /** The risk whose arrows are shown, by key. */
  pointed: string | null;
  onPoint: (risk: Risk | null) => void;
  onClose: () => void;
}

/** The risks of a selection, worst first. Escape closes it; it takes the focus when it opens. */
export function RiskList(props: RiskListProps) {
  const { title, note, count, risks, bases, linksOf, actionsOf, onAction, changeOf, pointed, onPoint, onClose } = props;
  const styles = useStyles2(getStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  const shown = all ? risks : risks.slice(0, MOST_ROWS);
  return (
    <section
      className={styles.list}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <header className={styles.header}>
        <div>
          <h4 ref={heading} tabIndex={-1} className={styles.heading}>
            {title}
          </h4>
          <div className={styles.quiet}>{count}</div>
        </div>
        <button type="button" className={styles.close} aria-label={t('list.close', 'Close the list')} onClick={onClose}>
          <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden>
            <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" />
          </svg>
        </button>
      </header>
      {note && <p className={styles.note}>{note}</p>}
      {/* Focusable, so that the keyboard can scroll it where no row has a link. */}
      <ul className={styles.rows} tabIndex={risks.length > 0 ? 0 : -1} aria-label={count}>
        {shown.map((risk) => (
          <RiskRow
            key={risk.key}
            risk={risk}
            bases={bases}
            links={linksOf(risk)}
            actions={actionsOf?.(risk) ?? []}
            onAction={onAction}
            change={changeOf?.(risk) ?? null}
            pointed={pointed === risk.key}
            onPoint={onPoint}
          />
        ))}
        {shown.length < risks.length && (
          <li>
            <button type="button" className={styles.more} onClick={() => setAll(true)}>
              {t('list.show_all', 'Show all {{count}}', { count: risks.length })}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

interface RiskRowProps {
  risk: Risk;
  bases: Basis[];
  links: LinkModel[];
  actions: RowAction[];
  onAction?: (action: RowAction) => void;
  change: { kind: ChangeKind; sentence: string } | null;
  pointed: boolean;
  onPoint: (risk: Risk | null) => void;
}

function RiskRow({ risk, bases, links, actions, onAction, change, pointed, onPoint }: RiskRowProps) {
  const styles = useStyles2(getStyles);
  const [first, ...others] = links;
  const who = [risk.unit, risk.department, risk.owner].filter(Boolean).join(' · ');
  return (
    <li
      className={pointed ? `${styles.row} ${styles.pointed}` : styles.row}
      // Entering is not enough: the list may open under a resting pointer.
      onPointerMove={(event) => (event.movementX || event.movementY) && !pointed && onPoint(risk)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(risk)}
      onBlur={() => onPoint(null)}
    >
      <div className={styles.titleLine}>
        {risk.status && <StatusMark status={risk.status} size={13} />}
        {first ? <RiskLink link={first}>{risk.title}</RiskLink> : <span>{risk.title}</span>}
        {risk.trend && (
          <span className={styles.trend} title={riskTrendWord(risk.trend)}>
            <RiskTrend trend={risk.trend} size={13} />
          </span>
        )}
      </div>
      {change && (
        <div className={styles.change}>
          <ChangeMark kind={change.kind} />
          {change.sentence}
        </div>
      )}
      {who && <div className={styles.quiet}>{who}</div>}
      {(risk.nextReview || risk.mitigationDue) && (
        <div className={styles.dates}>
          {risk.nextReview && (
            <Due label={t('list.review', 'Review')} date={risk.nextReview} overdue={risk.reviewOverdue} />
          )}
          {risk.mitigationDue && (
            <Due
              label={t('list.mitigation', 'Mitigation')}
              date={risk.mitigationDue}
              overdue={risk.mitigationOverdue}
            />
          )}
        </div>
      )}
      {risk.mitigation && <div className={styles.quiet}>{risk.mitigation}</div>}
      {bases.length > 1 && <div className={styles.quiet}>{scoresSentence(risk, bases)}</div>}
      {(others.length > 0 || actions.length > 0) && (
        <div className={styles.dates}>
          {others.map((link) => (
            <RiskLink key={link.href} link={link}>
              {link.title}
            </RiskLink>
          ))}
          {actions.map((each) => (
            <button key={each.action.title} type="button" className={styles.action} onClick={() => onAction?.(each)}>
              {each.action.title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function Due({ label, date, overdue }: { label: string; date: string; overdue: number }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.due}>
      {label} {date}
      {overdue > 0 && (
        <span className={styles.late}>
          <StatusMark status="overdue" size={10} labelled={false} />
          {daysOverdue(overdue)}
        </span>
      )}
    </span>
  );
}

function RiskLink({ link, children }: React.PropsWithChildren<{ link: LinkModel }>) {
  const styles = useStyles2(getStyles);
  return (
    <a
      className={styles.link}
      href={link.href}
      target={link.target}
      rel={link.target === '_blank' ? 'noreferrer' : undefined}
      onClick={(event) => {
        if (link.onClick && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          link.onClick(event);
        }
      }}
    >
      {children}
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, overflow: 'hidden' }),
  header: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: 8,
    padding: theme.spacing(0.75, 0.5, 0.75, 1.25),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  heading: css({
    margin: 0,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    '&:focus': { outline: 'none' },
  }),
  close: css({
    flex: 'none',
    display: 'grid',
    placeItems: 'center',
    width: 28,
    height: 28,
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'none',
    color: theme.colors.text.secondary,
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
  }),
  note: css({ margin: 0, padding: theme.spacing(0.75, 1.25), color: theme.colors.text.secondary, fontSize: 12 }),
  rows: css({
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  row: css({
    padding: theme.spacing(0.75, 1.25),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: 12,
    lineHeight: 1.55,
  }),
  pointed: css({ background: theme.colors.action.hover }),
  titleLine: css({ display: 'flex', alignItems: 'center', gap: 6, fontSize: 13 }),
  trend: css({ display: 'inline-flex', marginLeft: 'auto' }),
  change: css({ display: 'flex', alignItems: 'center', gap: 4 }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: 12 }),
  dates: css({ display: 'flex', flexWrap: 'wrap', columnGap: 12 }),
  due: css({ display: 'inline-flex', alignItems: 'center', gap: 5, fontVariantNumeric: 'tabular-nums' }),
  late: css({ display: 'inline-flex', alignItems: 'center', gap: 4, color: theme.colors.error.text }),
  link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  action: css({
    padding: '0 8px',
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.secondary.main,
    color: theme.colors.secondary.contrastText,
    '&:hover': { background: theme.colors.secondary.shade },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
  }),
  more: css({
    width: '100%',
    padding: theme.spacing(1),
    border: 'none',
    background: 'none',
    color: theme.colors.text.link,
    '&:hover': { background: theme.colors.action.hover },
  }),
});
