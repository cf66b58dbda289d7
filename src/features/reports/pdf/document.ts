import PDFDocument from 'pdfkit';
import type { ReportAbout } from '../domain';
import type { Fonts } from './fonts';
import { PAGE } from './paper';
import { PDFUA_DECLARATION, escapeXml } from './xmp';

const LANGUAGE_TAGS = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA', 'pl-etr': 'pl-PL' } as const;

/**
 * One file that is PDF/UA-1 and PDF/A-2a. `subset: 'PDF/UA'` would add a CIDSet that fails PDF/UA, so the archive subset is
 * asked for and the accessibility standard declared beside it. Created on the day of the data cut: same tree, same bytes.
 */
export const openDocument = (about: ReportAbout, fonts: Fonts): PDFKit.PDFDocument => {
  const doc = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    bufferPages: true,
    margins: { left: PAGE.left, right: PAGE.right, top: 0, bottom: 0 },
    lang: LANGUAGE_TAGS[about.language],
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    // pdfkit opens a default font at once; null keeps Helvetica, which is not embedded, out of the file.
    font: null as unknown as string,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: 'Ewaluacja ES',
      CreationDate: new Date(`${about.dataCut}T12:00:00Z`),
    },
  });
  doc
    .registerFont('regular', fonts.regular as unknown as string)
    .registerFont('semibold', fonts.semibold as unknown as string);
  doc.appendXML(PDFUA_DECLARATION);
  escapeMetadata(doc as unknown as MetadataWriter);
  return doc;
};

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
