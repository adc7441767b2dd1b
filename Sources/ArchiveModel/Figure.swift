/// A number as it is claimed: "at least 240 bodies", "between 5 and 10 percent".
public struct Figure: Sendable, Hashable {
  /// What the number is.
  public enum Amount: Sendable, Hashable {
    case number(Double)
    case between(Double, Double)
  }

  /// Where the claim stands: qualifier, number and what is counted.
  public var range: Range<Int32>
  /// What the number is.
  public var amount: Amount
  /// The words that qualify it: "at least".
  public var qualifier: Range<Int32>?
  /// The words for its unit: "percent", "km".
  public var unit: Range<Int32>?
  /// The noun for what is counted: "bodies".
  public var noun: Range<Int32>?
  /// The words for who claims it.
  public var claimant: Range<Int32>?

  /// A claim of an amount.
  public init(
    range: Range<Int32>, amount: Amount, qualifier: Range<Int32>? = nil,
    unit: Range<Int32>? = nil, noun: Range<Int32>? = nil, claimant: Range<Int32>? = nil
  ) {
    self.range = range
    self.amount = amount
    self.qualifier = qualifier
    self.unit = unit
    self.noun = noun
    self.claimant = claimant
  }
}
