import { memo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { useAddress } from '../../../fleet/rows/addresses.ts';
import { StateLine } from '../../../fleet/rows/state-line.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { SelectBox } from '../pictures/select-box.tsx';
import classes from './card.module.css';
import { CardMenu } from './card-menu.tsx';

/** Which proxy it is, how it is, and where. The name has the first lines for itself. */
export const CardHead = memo(function CardHead(props: {
  profile: ProfileEntry;
  titleId: string;
  kind: ProxyState['kind'] | undefined;
  old: boolean;
}) {
  const { profile, titleId, kind, old } = props;
  const { id, name, folder } = profile;
  const address = useAddress(profile);
  return (
    <header>
      <div className={classes.title}>
        <h2 className={classes.name} id={titleId}>
          <a className={classes.link} href={hrefOf(paths.proxy(id))} title={name} data-card-link>
            {name}
          </a>
        </h2>
        <SelectBox id={id} name={name} />
        <CardMenu profile={profile} kind={kind} />
      </div>
      <div className={classes.row}>
        <StateLine id={id} old={old} />
        <span className={classes.place} title={folder}>
          {folder}
        </span>
      </div>
      <div className={classes.row}>
        <EnvironmentBadge environment={profile.environment} />
        <span className={classes.address} title={address.whole}>
          <span className={classes.host}>{address.host}</span>
          {address.way !== '' && <span>&nbsp;· {address.way}</span>}
        </span>
      </div>
    </header>
  );
});
