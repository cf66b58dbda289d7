import { offerPng } from './parts/offer-png';

offerPng(document);
