export { gatherBatteries, presentGiven, type GivenOptions } from './present-given';
