import Testing

@testable import Markup

/// What becomes of the constructs of other systems, as Markdown.
@Suite struct DialectTests {
  @Test(arguments: [
    (
      #"{{< youtube dQw4w9WgXcQ >}}"#,
      "[Video on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)"
    ),
    (
      #"{{< youtube id="dQw4" title="The talks" >}}"#,
      "[The talks](https://www.youtube.com/watch?v=dQw4)"
    ),
    (#"{{< vimeo 19899678 >}}"#, "[Video on Vimeo](https://vimeo.com/19899678)"),
    (
      #"{{< x user="SanDiegoZoo" id="1453110110599868418" >}}"#,
      "[Post on X](https://x.com/SanDiegoZoo/status/1453110110599868418)"
    ),
    (
      #"{{< tweet 877500564405444608 >}}"#, "[Post on X](https://x.com/i/status/877500564405444608)"
    ),
    (
      #"{{< gist spf13 7896402 "img.html" >}}"#,
      "[https://gist.github.com/spf13/7896402](https://gist.github.com/spf13/7896402)"
    ),
    (
      #"{{< instagram CxOWiQNP2MO />}}"#,
      "[Post on Instagram](https://www.instagram.com/p/CxOWiQNP2MO/)"
    ),
    (#"See [there]({{< ref "posts/talks.md#end" >}})."#, "See [there](posts/talks.md#end)."),
    (#"See [there]({{% relref path="/talks" %}})."#, "See [there](/talks.md)."),
    (
      #"See {{< ref "2017-03-26-peace-talks" >}}."#, "See [peace talks](2017-03-26-peace-talks.md)."
    ),
    (#"A {{< param "x" >}}b"#, "A b"),
    (#"A ![b](c) {{< img src="d.jpg" alt="E" >}}"#, "A ![b](c) ![E](d.jpg)"),
    ("A {{< highlight go >}}f(){{< /highlight >}} b", "A `f()` b"),
    ("{{< highlight go \"linenos=true\" >}}\nf()\n{{< /highlight >}}", "```go\nf()\n```"),
    ("{{< x1 >}}\nText\n{{< /x1 >}}", "\nText\n"),
    ("{{< unknown >}}Text", "Text"),
    ("`{{</* figure */>}}` and `{{< figure >}}`", "`{{< figure >}}` and `{{< figure >}}`"),
    ("{{< comment >}}secret{{< /comment >}}a", "a"),
  ])
  func `Shortcodes of Hugo become Markdown`(_ written: String, _ expected: String) {
    #expect(translated(written) == expected)
  }

  @Test(arguments: [
    (#"![a]({{ site.baseurl }}/assets/a.png)"#, "![a](/assets/a.png)"),
    (#"<img src="{{site.baseurl}}/assets/a.png">"#, #"<img src="/assets/a.png">"#),
    (#"[a]({{ site.url }}{{ site.baseurl }}/b/)"#, "[a](/b/)"),
    (#"[a]({{ "/" | url }})"#, "[a](/)"),
    (#"[a]({{ 'b/c' | relative_url }})"#, "[a](/b/c)"),
    (#"[a]({{ "/b/" | prepend: site.baseurl | prepend: site.url }})"#, "[a](/b/)"),
    (#"[a]({{ site.baseurl }}{% post_url 2015-01-01-talks %})"#, "[a](2015-01-01-talks.md)"),
    (#"[a]({% link _posts/2015-01-01-talks.md %}#end)"#, "[a](2015-01-01-talks.md#end)"),
    (#"[a]({% link files/map.pdf %})"#, "[a](files/map.pdf)"),
    (
      #"See {% post_url 2015-01-01-peace-talks %}."#,
      "See [peace talks](2015-01-01-peace-talks.md)."
    ),
    (#"{% image "assets/a.jpg" "A map" %}"#, "![A map](/assets/a.jpg)"),
    (#"{% image_with_class "assets/a.jpg" "wide" "A map" %}"#, "![A map](/assets/a.jpg)"),
    (#"{% image "assets/a.jpg" ""The map"" %}"#, "![The map](/assets/a.jpg)"),
    (#"{% image "assets/a.svg" %}"#, "![](/assets/a.svg)"),
    ("a {% comment %}secret{% endcomment %}b", "a b"),
    ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
    ("`{% raw %}{{{% endraw %} }}`", "`{{ }}`"),
    ("```\na={% raw %}{{{% endraw %} b }}\n{{ c }}\n```", "```\na={{ b }}\n{{ c }}\n```"),
    ("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\nb", "```ruby\nputs 1\n```\nb"),
    (
      "- a\n\n  {% highlight ruby %}\n  puts 1\n  {% endhighlight %}\n",
      "- a\n\n  ```ruby\n  puts 1\n  ```\n"
    ),
    ("> {% highlight ruby %}\n> puts 1\n> {% endhighlight %}\n", "> ```ruby\n> puts 1\n> ```\n"),
    ("a {% if b %}c{% else %}d{% endif %} e", "a c e"),
    ("a{%- if b -%} c {%- endif -%} d", "acd"),
    ("a\n{%- if b -%}\nc\n{%- endif -%}\nd", "a\nc\nd"),
    ("{% case a %}{% when 1 %}b{% when 2 %}c{% endcase %}", "b"),
    ("{% assign a = '/b.png' %}![c]({{ a | url }})", "![c](/b.png)"),
    (#"{{ "noah" | team_link }}"#, "noah"),
    (#"a {{ "noah" | team_photo }}b"#, "a b"),
    (
      #"{{ "https://www.youtube.com/embed/a1" | embed: "The talks" }}"#,
      "[The talks](https://www.youtube.com/watch?v=a1)"
    ),
    ("{{ page.title }} {{ page.nothing }}", "Talks &#42;resume&#42; "),
    ("    {{ code }}\n", "    {{ code }}\n"),
    ("{% unknown %}a{% endunknown %}b", "ab"),
    ("{% never closed", "{% never closed"),
    ("{{{body}}} {{> head}} {{#each}}", "{{{body}}} {{> head}} {{#each}}"),
  ])
  func `Liquid becomes Markdown`(_ written: String, _ expected: String) {
    #expect(translated(written) == expected)
  }

  @Test(arguments: [
    (
      #"{{ youtube(id="dQw4", autoplay=true) }}"#,
      "[Video on YouTube](https://www.youtube.com/watch?v=dQw4)"
    ),
    (#"a {{ unknown(b=1) }}c"#, "a c"),
    ("{% note() %}\nText\n{% end %}\n", "\nText\n\n"),
    (
      "{% quote(author=\"Ann\") %}\nText\n{% end %}\n",
      "<blockquote>\n\n\nText\n\n\n— Ann\n\n</blockquote>\n\n\n"
    ),
    (
      "{{/* youtube(id=\"a\") */}} `{{/* b() */}}`",
      "&#123;&#123; youtube&#40;id&#61;&#34;a&#34;&#41; &#125;&#125; `{{ b() }}`"
    ),
  ])
  func `Shortcodes of Zola become Markdown`(_ written: String, _ expected: String) {
    #expect(translated(written) == expected)
  }

  @Test(arguments: [
    ("# A\n{: #b .c}\nd", "# A {#b}\nd"),
    ("# A #\n{: #b}\n", "# A {#b}\n"),
    ("A\n===\n{:#b}\n", "A {#b}\n===\n"),
    ("{: #b}\n# A\n", "# A {#b}\n"),
    ("## A {: #b}\n", "## A {#b}\n"),
    ("A\n{: .lead}\n\nb", "A\n\nb"),
    ("*a*{: .b} c", "*a* c"),
    ("[a](b){:target=\"_blank\"} c", "[a](b) c"),
    ("* TOC\n{:toc}\n\na", "\na"),
    ("## A\n{:.no_toc}\n", "## A\n"),
    ("{::comment}\nsecret\n{:/comment}\na", "\na"),
    ("{::options parse_block_html=\"true\" /}\na", "a"),
    ("a {: smile} b", "a {: smile} b"),
    ("`{: .a}`", "`{: .a}`"),
  ])
  func `Attribute lists of kramdown are gone, and headings keep their ids`(
    _ written: String, _ expected: String
  ) {
    #expect(translated(written) == expected)
  }

  @Test(arguments: [
    ("[embed]https://vimeo.com/1[/embed]", "[Video on Vimeo](https://vimeo.com/1)"),
    ("[youtube=https://youtu.be/abc]", "[Video on YouTube](https://youtu.be/abc)"),
    ("[audio src=\"/a.mp3\"][/audio]", "[Audio](/a.mp3)"),
    ("a [gallery ids=\"1,2\"] b", "a  b"),
    (
      "see [video] and [audio](a.mp3) and [gallery]: no",
      "see [video] and [audio](a.mp3) and [gallery]: no"
    ),
    ("a<!--more-->b", "ab"),
    ("a <!-- excerpt --> b <!-- {{ c }} -->", "a  b <!-- {{ c }} -->"),
    (
      "[caption id=\"a\"]<img src=\"b.jpg\" /> Text[/caption]",
      "<figure><img src=\"b.jpg\" /><figcaption> Text</figcaption></figure>\n\n"
    ),
    (
      "[caption]![b](b.jpg) *Text*[/caption]",
      "<figure>\n\n![b](b.jpg)\n\n<figcaption>\n\n *Text*\n\n</figcaption></figure>\n\n"
    ),
    (
      "[caption caption=\"C\"]<img src=\"b.jpg\">[/caption]",
      "<figure><img src=\"b.jpg\"><figcaption>C</figcaption></figure>\n\n"
    ),
  ])
  func `Shortcodes of WordPress become Markdown`(_ written: String, _ expected: String) {
    #expect(translated(written) == expected)
  }

  private func translated(_ text: String) -> String {
    var context = DialectContext()
    context.values["page.title"] = "Talks *resume*"
    let body = Array(text.utf8)
    let translation = DialectTranslation(of: body, context: context)
    return String(decoding: translation?.markdown ?? body, as: UTF8.self)
  }
}
