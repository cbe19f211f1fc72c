package ai.equalto.lesserbody.pack;

import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.tool.Tool;
import java.util.List;
import java.util.function.Function;

/** A pack that is opened, once, when something in it is first asked for. */
public final class ClosedPack {
  private final Manifest manifest;
  private final Function<String, Pack> opener;
  private Pack opened;

  /**
   * Opens nothing yet.
   *
   * @param opener makes the pack of a name; asked until it succeeds
   */
  public ClosedPack(Manifest manifest, Function<String, Pack> opener) {
    this.manifest = manifest;
    this.opener = opener;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Opens it.
   *
   * @throws IllegalStateException if it is not what the manifest says, and so not what start-up
   *     checked
   */
  public synchronized Pack open() {
    if (opened == null) {
      Pack pack = opener.apply(manifest.name());
      if (!manifest.describes(pack)) {
        throw new IllegalStateException(
            "the manifest of the pack " + manifest.name() + " is wrong");
      }
      opened = pack;
    }
    return opened;
  }

  public Shelf<Tool<?, ?>> tools() {
    return new Shelf<>(manifest.tools()) {
      @Override
      protected List<Tool<?, ?>> offers() {
        return open().tools();
      }
    };
  }

  public Shelf<Resource> resources() {
    return new Shelf<>(manifest.resources()) {
      @Override
      protected List<Resource> offers() {
        return open().resources();
      }
    };
  }

  public Shelf<ResourceTemplate<?>> templates() {
    return new Shelf<>(manifest.templates()) {
      @Override
      protected List<ResourceTemplate<?>> offers() {
        return open().templates();
      }
    };
  }

  public Shelf<Prompt<?>> prompts() {
    return new Shelf<>(manifest.prompts()) {
      @Override
      protected List<Prompt<?>> offers() {
        return open().prompts();
      }
    };
  }
}
