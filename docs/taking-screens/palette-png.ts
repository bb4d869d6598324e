import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const colours = 256;

/**
 * A picture of a page (PNG, 8 bits a channel, not interlaced, as a browser takes it) with its 256 most frequent colours:
 * a third of the size, and no difference to see where most is text.
 */
export function withPalette(png: Buffer): Buffer {
  const { width, height, channels, pixels } = decoded(png);
  const counts = new Map<number, number>();
  const keys = new Uint32Array(width * height);
  for (let n = 0; n < keys.length; n += 1) {
    const at = n * channels;
    keys[n] = coarse(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
    counts.set(keys[n]!, (counts.get(keys[n]!) ?? 0) + 1);
  }
  const palette = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, colours).map(([key]) => key); // prettier-ignore
  const nearest = new Map(palette.map((key, index) => [key, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let n = 0; n < keys.length; n += 1) {
    const key = keys[n]!;
    let index = nearest.get(key);
    if (index === undefined) nearest.set(key, (index = nearestOf(key, palette)));
    rows[Math.floor(n / width) * (width + 1) + 1 + (n % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const plte = Buffer.from(palette.flatMap(channelsOf));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', plte), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]); // prettier-ignore
}

/** Colours that nobody tells apart fall together: six bits of each channel. */
function coarse(red: number, green: number, blue: number): number {
  return ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
}

function channelsOf(key: number): number[] {
  return [key >> 12, (key >> 6) & 63, key & 63].map((six) => (six << 2) | (six >> 4));
}

function nearestOf(key: number, palette: number[]): number {
  const wanted = channelsOf(key);
  const distances = palette.map((one) => channelsOf(one).reduce((sum, value, n) => sum + (value - wanted[n]!) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function decoded(png: Buffer): { width: number; height: number; channels: number; pixels: Buffer } {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(data)), { height, channels, stride: width * channels }) }; // prettier-ignore
}

/** The five filters of PNG (9.2), taken back. */
function unfiltered(
  raw: Buffer,
  { height, channels, stride }: { height: number; channels: number; stride: number },
): Buffer {
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? out[at - channels]! : 0;
      const up = y > 0 ? out[at - stride]! : 0;
      const corner = x >= channels && y > 0 ? out[at - stride - channels]! : 0;
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      out[at] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
