// What every case's workflow shares: evaluated once a worker, and frozen; the law has no state.
import './short-stacks.ts';
import '../domain/apply.ts';
import '../domain/decide.ts';
import '../domain/wake.ts';
