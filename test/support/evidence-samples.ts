import { crc32, deflateSync } from 'node:zlib';

/** A ZIP archive of these parts, uncompressed. */
export function zipOf(parts: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [bytes, path] = [Buffer.from(text), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, path]));
    local.push(entry);
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const main = (of: string, kind: string) => `application/vnd.openxmlformats-officedocument.${of}.${kind}+xml`;

function office(part: string, type: string, content: string, more: Record<string, string> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`,
    [part]: content,
    ...more,
  });
}

/** A Word document of one paragraph for each line. */
export function docxOf(lines: string[], more: Record<string, string> = {}): Buffer {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const content = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
  return office('word/document.xml', main('wordprocessingml', 'document.main'), content, more);
}

/** An Excel workbook of one sheet. */
export function xlsxOf(rows: string[][]): Buffer {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const data = rows.map((row, n) => `<row r="${n + 1}">${row.map((text, at) => cell(text).replace('<c ', `<c r="${'ABCDEFGH'[at]}${n + 1}" `)).join('')}</row>`).join(''); // prettier-ignore
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return office(
    'xl/workbook.xml',
    main('spreadsheetml', 'sheet.main'),
    `<?xml version="1.0"?><workbook ${space} xmlns:r="${relation}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    {
      'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${space}><sheetData>${data}</sheetData></worksheet>`,
    },
  );
}

/** A PDF of so many pages, each with its number and this text in Helvetica. */
export function pdfOf(text: string, pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_none, n) => `${4 + n * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_none, n) => {
      const stream = `BT /F1 24 Tf 72 700 Td (${text} ${n + 1}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + n * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }).flat(),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`); // prettier-ignore
}

/** A picture of this size with a slope of colours. */
export function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Array.from({ length: height }, (_row, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (_cell, x) => [(x * 255) / width, (y * 255) / height, 140]).flat(),
    ]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]); // prettier-ignore
}

/** A compound file (MS-CFB) whose directory has these names. */
export function compoundOf(names: string[]): Buffer {
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  header.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const directory = Buffer.alloc(512);
  for (const [n, name] of ['Root Entry', ...names].slice(0, 4).entries()) {
    directory.write(name, n * 128, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, n * 128 + 64);
    directory[n * 128 + 66] = n === 0 ? 5 : 2;
  }
  return Buffer.concat([header, table, directory]);
}

const mimetype = (type: string) => zipOf({ mimetype: type, 'content.xml': '<office/>' });

/** One real file of every type that evidence may have, by the name under which it is brought. */
export const samples: Record<string, Buffer> = {
  '询问笔录.pdf': pdfOf('Record of questioning'),
  '现场照片.png': pngOf(24, 16),
  '现场.jpg': Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z', 'base64'), // prettier-ignore
  '截图.webp': Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
  '标志.gif': Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  '扫描.tif': Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64)]),
  '检查笔录.docx': docxOf(['现场检查笔录', '三名从业人员未经培训上岗。']),
  '培训台账.xlsx': xlsxOf([['姓名', '培训日期'], ['某甲', '未培训']]), // prettier-ignore
  '汇报.pptx': office('ppt/presentation.xml', main('presentationml', 'presentation.main'), '<p/>'),
  '旧笔录.doc': compoundOf(['WordDocument']),
  '旧台账.xls': compoundOf(['Workbook']),
  '旧汇报.ppt': compoundOf(['PowerPoint Document']),
  '说明.odt': mimetype('application/vnd.oasis.opendocument.text'),
  '台账.ods': mimetype('application/vnd.oasis.opendocument.spreadsheet'),
  '情况说明.txt': Buffer.from('三名从业人员未经培训上岗。\n'),
  '名单.csv': Buffer.from('\uFEFF姓名,日期\n某甲,2026-01-19\n'),
};
