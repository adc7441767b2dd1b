extension BuildProfile {
  /// The same as one line of JSON: times in microseconds; null is what nobody counts.
  public var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "profile")
      json.member("schema", 1)
      json.member("cores", cores)
      json.key("stages")
      json.array { json in
        for row in rows { json.object { json in row.write(to: &json) } }
      }
    }
    return json.bytes
  }
}

extension BuildProfile.Row {
  fileprivate func write(to json: inout JSONText) {
    json.member("stage", stage.rawValue)
    json.member("wall_us", use.wallNanoseconds / 1000)
    json.member("user_us", use.userNanoseconds / 1000)
    json.member("system_us", use.systemNanoseconds / 1000)
    for (name, value) in [
      ("read_bytes", use.readBytes), ("written_bytes", use.writtenBytes),
      ("allocations", use.allocations), ("allocated_bytes", use.allocatedBytes),
      ("heap_bytes", use.heapBytes), ("peak_bytes", peakBytes),
    ] {
      json.key(name)
      if let value { json.value(value) } else { json.value(nil as String?) }
    }
    json.key("cpu_us")
    json.object { json in
      for part in parts {
        json.member(part.name.replacing(" ", with: "_"), part.nanoseconds / 1000)
      }
    }
  }
}
