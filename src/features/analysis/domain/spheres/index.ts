export {
  discloseSpheres,
  type DisclosedSpheres,
  type ShownGroup,
  type ShownShare,
  type ShownSphere,
  type SphereDifference,
} from './disclose-spheres';
export { findSphereQuestions, type SphereQuestion } from './find-questions';
export { groupRankers, rankingOf, type Rankers, type RankersOrigin, type SphereGroup } from './group-rankers';
export { measureOrders, type Order } from './rank-orders';
export { agreementOf, measureGroup, type Agreement, type MeasuredGroup } from './measure-spheres';
