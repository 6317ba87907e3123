/**
 * Words that say nothing about what a text is about. They are left out of questions: looking them up costs nine tenths of
 * the time and ranks nothing. What tells one police matter from another ("not", "off", "no") is common enough to go too.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any anyone are aren as at be because been before being below between both but by
  can cannot could couldn d did didn do does doesn doing don down during each either else etc ever every few for from further get
  gets getting go goes going got had hadn has hasn have haven having he hello help her here hers herself hey hi him himself his
  how however i if in into is isn it its itself just know let like ll m many may maybe me might mine more most much must my myself
  need needs no nor not now of off ok okay on once one ones only onto or other our ours ourselves out over own please re really
  s same shall she should shouldn so some somebody someone something such t tell than thank thanks that the their theirs them
  themselves then there these they thing things this those though through to too under until up upon us ve very want wanted wants
  was wasn we were weren what whatever when where whether which while who whom whose why will with within without won would
  wouldn yes yet you your yours yourself`.split(/\s+/),
)
