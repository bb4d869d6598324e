import { checkLadder } from '../../domain/administration/check-ladder.ts';
import { checkSeries } from '../../domain/administration/check-series.ts';
import { broken, occursTwice, type Break } from '../../domain/administration/import-breaks.ts';
import { packEffects } from '../../domain/administration/pack-effects.ts';
import type { PackRecord, SeriesRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { packsOf } from '../deadlines.ts';
import { actFor } from './apply.ts';
import { openCounts } from './open-counts.ts';
import { numberSeries, packs } from './parameters.ts';
import { distinct, type Plan, type Planning } from './plan.ts';
import { changesOf, knownAs } from './record-kind.ts';

/** Packs of parameters; a pack that has been given is never changed, a later one takes its place. */
export async function planParameters(planning: Planning, given: { packs: PackRecord[] }): Promise<Plan> {
  const { transaction, acting, today, anyDay } = planning;
  const known = await knownAs(transaction, packs, given.packs);
  const batch = changesOf(packs, given.packs, known, acting);
  const past = anyDay ? [] : batch.changes.filter(({ after }) => (after as PackRecord).effectiveFrom <= today);
  const agencies = distinct(given.packs.map((pack) => pack.agency));
  const breaks = [
    ...occursTwice('parameterPack', given.packs.map(packs.id)),
    ...(await unknownAgencies(transaction, 'parameterPack', agencies)),
    ...batch.changes.filter(({ what }) => what === 'changed').map(({ id }) => broken('import.packDiffers', 'parameterPack', id)),
    ...past.map(({ id }) => broken('import.packInPast', 'parameterPack', id, { today })),
    ...given.packs.flatMap(checkLadder),
  ]; // prettier-ignore
  const added = batch.changes.flatMap(({ what, after }) => (what === 'added' ? [after as PackRecord] : []));
  const effects = breaks.length > 0 ? [] : await Promise.all(added.map((pack) => effectsOf(transaction, pack)));
  return { batches: [batch], breaks, agencies, effects: effects.flat() };
}

/** What a new pack changes against the one in force the day before it begins. */
async function effectsOf(transaction: Transaction, pack: PackRecord) {
  await actFor(transaction, pack.agency);
  const before = (await packsOf(transaction, pack.agency)).findLast(({ from }) => from < pack.effectiveFrom);
  const inForce = before && { ...pack, limits: before.limits, ladder: before.ladder };
  return packEffects(pack, inForce ?? null, await openCounts(transaction, pack.agency));
}

/** The last numbers given so far, for agencies that join in mid-year. */
export async function planSeries({ transaction, acting }: Planning, given: { series: SeriesRecord[] }): Promise<Plan> {
  const agencies = distinct(given.series.map((one) => one.agency));
  const known = new Map<string, SeriesRecord>();
  for (const agency of agencies) {
    await actFor(transaction, agency);
    const own = given.series.filter((one) => one.agency === agency);
    for (const [id, record] of await knownAs(transaction, numberSeries, own)) known.set(id, record);
  }
  const breaks = [
    ...occursTwice('numberSeries', given.series.map(numberSeries.id)),
    ...(await unknownAgencies(transaction, 'numberSeries', agencies)),
    ...given.series.flatMap((one) => checkSeries(one, known.get(numberSeries.id(one)) ?? null)),
  ]; // prettier-ignore
  return { batches: [changesOf(numberSeries, given.series, known, acting)], breaks, agencies };
}

async function unknownAgencies(transaction: Transaction, kind: string, ids: string[]): Promise<Break[]> {
  const rows = await transaction.agency.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).map((agency) => broken('import.unknownAgency', kind, agency));
}
