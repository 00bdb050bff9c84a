import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classOf, isKnownClass } from '../../shared/model/environment-class.ts';
import type { Environment } from '../../shared/model/profile.ts';
import { useClasses } from '../api/classes.ts';
import { className, classSign } from './class-words.ts';
import classes from './environment-badge.module.css';

/** What a proxy is used for: sign and word of its class, in its colour. `fallback`: how a class is called that is not here yet. */
export function EnvironmentBadge(props: { environment: Environment; fallback?: string }) {
  const { environment, fallback = '' } = props;
  const { t } = useTranslation();
  const known = useClasses();
  const Sign = classSign(known, environment);
  return (
    <Badge
      className={classes.badge}
      data-environment={environment}
      data-colour={classOf(known, environment).colour}
      variant="outline"
      size="sm"
      leftSection={<Sign size={11} aria-hidden />}
    >
      {fallback !== '' && !isKnownClass(known, environment)
        ? fallback
        : className(known, environment, t)}
    </Badge>
  );
}

/**
 * The same beside a name in a list, where the class is to be marked wherever its proxies are named; else nothing. With `signOnly` its word is
 * for who points at it or hears it, where the name would have no room beside it.
 */
export function ClassMark(props: { environment: Environment; signOnly?: boolean }) {
  const { environment, signOnly = false } = props;
  const { t } = useTranslation();
  const known = useClasses();
  const { colour, teeth } = classOf(known, environment);
  if (!teeth.marked) return null;
  const Sign = classSign(known, environment);
  const name = className(known, environment, t);
  return (
    <span className={classes.mark} data-colour={colour} title={name}>
      <Sign size={12} aria-hidden />
      <span className={signOnly ? 'visually-hidden' : classes.word}>{name}</span>
    </span>
  );
}
