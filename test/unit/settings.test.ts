import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../config.ts';

const least = {
  SANXIANG_PROFILE: 'demo',
  DATABASE_URL: 'postgresql://sanxiang_app@127.0.0.1/sanxiang',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
};

describe('the proxies that say where a request came from', () => {
  test('are those named, addresses or networks', () => {
    const proxies = (list?: string) => readConfig({ ...least, SANXIANG_PROXIES: list }).proxies;
    expect(proxies()).toEqual([]);
    expect(proxies('10.1.2.3, 10.8.0.0/16,fd00::1,')).toEqual(['10.1.2.3', '10.8.0.0/16', 'fd00::1']);
  });

  test.each(['proxy.example', '10.1.2', '10.8.0.0/40', 'true', '10.1.2.3 10.1.2.4'])('are not "%s"', (list) => {
    expect(() => readConfig({ ...least, SANXIANG_PROXIES: list })).toThrow(/配置有误 .*SANXIANG_PROXIES.*以逗号分隔/);
  });
});
