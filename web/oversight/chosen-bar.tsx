import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { usePerson } from '../session.tsx';
import { Urging } from './urging.tsx';
import { givesOrders } from './who-may.ts';
import { useWords } from './words.ts';

/** What may be done with the chosen cases: urge each of them, or give their agency one order about them. */
export function ChosenBar({ chosen, none }: { chosen: OverseenCase[]; none: () => void }) {
  const say = useWords();
  const person = usePerson();
  const navigate = useNavigate();
  // Whom to urge is settled when it begins: choosing goes on below without changing what is being sent.
  const [urging, urge] = useState<OverseenCase[] | null>(null);
  const agencies = new Set(chosen.map(({ agency }) => agency));
  const order = async () => {
    const cases = chosen.map(({ id, title }) => ({ id, title }));
    await navigate(`/orders/new?agency=${chosen[0]!.agency}`, { state: { cases } });
  };
  if (urging) return <Urging cases={urging} close={() => urge(null)} />;
  return (
    <div className="chosen" role="region" aria-label={say('chosen', { n: chosen.length })}>
      <strong>{say('chosen', { n: chosen.length })}</strong>
      <Button type="primary" onClick={() => urge(chosen)}>
        {say('urge')}
      </Button>
      {givesOrders(person.roles) && agencies.size === 1 && (
        <Button onClick={() => void order()}>{say('orderOn')}</Button>
      )}
      {givesOrders(person.roles) && agencies.size > 1 && <small>{say('orderOnOne')}</small>}
      <Button type="text" onClick={none}>
        {say('unchoose')}
      </Button>
    </div>
  );
}
