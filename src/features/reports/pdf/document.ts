import PDFDocument from 'pdfkit';
import type { ReportAbout } from '../domain';
import type { Fonts } from './fonts';
import { PDFUA_DECLARATION, escapeXml } from './xmp';

const LANGUAGE_TAGS = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA', 'pl-etr': 'pl-PL' } as const;

/**
 * One file that is PDF/UA-1 and PDF/A-2a. `subset: 'PDF/UA'` would add a CIDSet that fails PDF/UA, so the archive subset is
 * asked for and the accessibility standard declared beside it. Created on the day of the data cut: same tree, same bytes.
 */
export const openDocument = (about: ReportAbout, fonts: Fonts): PDFKit.PDFDocument => {
  const { attachments = [] } = about;
  const created = new Date(`${about.dataCut}T12:00:00Z`);
  const doc = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    bufferPages: true,
    margin: 0,
    lang: LANGUAGE_TAGS[about.language],
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: attachments.length > 0 ? 'PDF/A-3a' : 'PDF/A-2a',
    // pdfkit opens a default font at once; null keeps Helvetica, which is not embedded, out of the file.
    font: null as unknown as string,
    info: {
      Title: titleOf(about),
      Author: about.author,
      Subject: about.subject,
      Creator: 'Ewaluacja ES',
      CreationDate: created,
    },
  });
  doc
    .registerFont('regular', fonts.regular as unknown as string)
    .registerFont('semibold', fonts.semibold as unknown as string)
    .registerFont('italic', fonts.italic as unknown as string)
    .registerFont('semiboldItalic', fonts.semiboldItalic as unknown as string);
  for (const { name, description, content } of attachments)
    doc.file(Buffer.from(content, 'utf8'), {
      name,
      description,
      type: 'text/csv',
      creationDate: created,
      modifiedDate: created,
      relationship: 'Data',
    });
  doc.appendXML(PDFUA_DECLARATION);
  escapeMetadata(doc as unknown as MetadataWriter);
  return doc;
};

/** A file without a title would fail both standards. */
const titleOf = ({ title, running, subject, author, dataCut }: ReportAbout): string =>
  [title, running.document, subject, author].find((text) => text.trim() !== '') ?? dataCut;

interface MetadataWriter {
  info: Record<string, unknown>;
  _addInfo: () => void;
}

/** pdfkit writes titles into XMP as they are; `&` and `<` would break it. A private method: package.json pins the version. */
const escapeMetadata = (doc: MetadataWriter): void => {
  const write = doc._addInfo.bind(doc);
  doc._addInfo = () => {
    const { info } = doc;
    doc.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    write();
    doc.info = info;
  };
};
