export { readXml, XmlError, type XmlFault, type XmlListener } from './read-xml';
