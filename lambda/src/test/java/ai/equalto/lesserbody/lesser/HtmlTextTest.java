package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
  private static String text(String html) {
    return HtmlText.of(html, 1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<p>a</p><p>b</p>|a⏎⏎b",
        "<p>a<br>b<br/>c</p>|a⏎b⏎c",
        "a  b &amp; &lt;c&gt; &#x1F30A;|a b & <c> 🌊",
        "<ul><li>a</li><li>b</li></ul>|- a⏎- b",
        "<blockquote><p>a</p></blockquote>b|a⏎⏎b",
        "<a href=\"https://x.example/p?q=1\">here</a>|here (https://x.example/p?q=1)",
        "<a href=\"https://x.example\">https://x.example</a>|https://x.example",
        "<a href=\"https://x.example\"><img src=x></a>|https://x.example",
        "<a href=\"https://evil.example\">https://bank.example</a>|"
            + "https://bank.example (https://evil.example)",
        "<a class=\"u-url mention\" href=\"https://x/@bob\">@<span>bob</span></a>|@bob",
        "<a class=\"mention hashtag\" href=\"https://x/tags/sea\">#<span>sea</span></a>|#sea",
        "<a href=\"javascript:alert(1)\">a</a>|a",
        "<a href=\" JAVASCRIPT:alert(1)\">a</a><a href=\"data:,x\">b</a><a>c</a>|abc",
        "a<script>alert(1)</script><style>b{}</style><template>c</template>d|ad",
        "a<noscript>b</noscript><iframe>c</iframe><title>d</title><svg><text>e</text></svg>|a",
        "a<!-- b --><![CDATA[c]]>|a",
        "<p>a</p>&#10;&#10;<p>b</p>|a⏎⏎b",
        "<img src=x onerror=alert(1)>a<b><i>b</b></i>|ab",
      })
  void showsTheWordsOfAPost(String html, String words) {
    assertThat(text(html).replace('\n', '⏎')).isEqualTo(words);
  }

  @Test
  void keepsALinkThatMastodonShortens() {
    assertThat(
            text(
                "<a href=\"https://x.example/long/path\"><span class=\"invisible\">https://</span>"
                    + "<span class=\"ellipsis\">x.example/lo</span>"
                    + "<span class=\"invisible\">ng/path</span></a>"))
        .isEqualTo("https://x.example/long/path");
  }

  @Test
  void stripsWhatCannotBeSeen() {
    assertThat(text("a&#0;b\u001b[2Jc\u202ed\u2066e\u0085f"))
        .doesNotContainPattern("[\\p{Cc}\u202e\u2066]");
  }

  @Test
  void boundsTheLengthAndCutsNoCharacterInHalf() {
    assertThat(HtmlText.of("x".repeat(50), 10)).isEqualTo("xxxxxxxxx…");
    assertThat(HtmlText.of("🌊".repeat(50), 10)).isEqualTo("🌊🌊🌊🌊…");
    assertThat(HtmlText.of("<p>" + "x".repeat(1_000_000), 10_000)).hasSize(10_000);
  }

  @Test
  void survivesEndlessNesting() {
    assertThat(text("<b><div>".repeat(20_000) + "deep")).isNotNull();
    assertThat(text("<a href='https://x.example'>".repeat(5_000) + "deep")).isNotEmpty();
    assertThat(text("<table><a href=x><tr>".repeat(5_000))).isNotNull();
  }
}
